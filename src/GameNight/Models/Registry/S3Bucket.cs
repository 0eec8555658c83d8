using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace GameNight.Models.Registry;

/// <summary>One bucket, as far as a registry needs it. Every method throws <see cref="ModelRegistryException"/> when it fails.</summary>
/// <remarks>
/// Relies on S3's strong consistency, by which an object is read and listed as soon as it was written, and on its conditional
/// writes: one with <c>If-None-Match: *</c> is refused where there is an object. For servers that ignore the condition, each
/// write first asks whether there is one. That leaves a gap: of two writes of a key within milliseconds, the later one stays.
/// </remarks>
public sealed class S3Bucket(IAmazonS3 client, S3Options options)
{
    /// <summary>The id of the write that made an object: a writer whose answer was lost recognises its own write by it.</summary>
    private const string Writer = "writer";

    /// <summary>Lists the objects with a prefix after a key (null from the start), in the order of the keys.</summary>
    public Task<List<S3Object>> ListAsync(string prefix, string? after, CancellationToken cancellation) => GuardAsync("listed", async () =>
    {
        var objects = new List<S3Object>();
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = prefix, StartAfter = after };
        ListObjectsV2Response page;
        do
        {
            page = await client.ListObjectsV2Async(request, cancellation);
            objects.AddRange(page.S3Objects ?? []);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        return objects;
    }, cancellation);

    /// <summary>Reads an object; null where there is none.</summary>
    /// <exception cref="InvalidModelException">It is larger than any file of a version.</exception>
    public Task<byte[]?> ReadAsync(string key, CancellationToken cancellation) => GuardAsync("read", async () =>
    {
        try
        {
            using var response = await client.GetObjectAsync(options.Bucket, key, cancellation);
            ModelFile.RequireSize(key, response.ContentLength);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, cancellation);
            return content.ToArray();
        }
        catch (NoSuchKeyException)
        {
            return null;
        }
    }, cancellation);

    /// <summary>Writes an object.</summary>
    /// <param name="key">The object's key.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="writer">The id of this write. A repetition with the same id succeeds.</param>
    /// <param name="cancellation">Leaves open whether the object is written.</param>
    /// <returns>False where another write has made an object with this key; nothing was written.</returns>
    public Task<bool> TryWriteAsync(
        string key, byte[] content, string writer, CancellationToken cancellation) => GuardAsync("written", async () =>
    {
        while (true)
        {
            if (await FindAsync(key, cancellation) is { } existing)
                return existing.Metadata[Writer] == writer;
            using var stream = new MemoryStream(content);
            var request = new PutObjectRequest
            {
                BucketName = options.Bucket,
                Key = key,
                InputStream = stream,
                IfNoneMatch = "*",
                UseChunkEncoding = !options.ChecksumsWhenRequired,
                Metadata = { [Writer] = writer },
            };
            try
            {
                await client.PutObjectAsync(request, cancellation);
                return true;
            }
            catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
            {
                // There is an object now, of another writer or of this one, whose first answer was lost. The next look tells which.
            }
        }
    }, cancellation);

    /// <summary>Removes an object, if this writer has written it.</summary>
    public Task DeleteAsync(string key, string writer, CancellationToken cancellation) => GuardAsync("written", async () =>
    {
        if (await FindAsync(key, cancellation) is { } existing && existing.Metadata[Writer] == writer)
            await client.DeleteObjectAsync(options.Bucket, key, cancellation);
        return true;
    }, cancellation);

    /// <summary>Removes an object. Where there is none, nothing happens.</summary>
    public Task DeleteAsync(string key, CancellationToken cancellation) =>
        GuardAsync("written", () => client.DeleteObjectAsync(options.Bucket, key, cancellation), cancellation);

    /// <summary>The size of an object in bytes; null where there is none.</summary>
    public Task<long?> SizeAsync(string key, CancellationToken cancellation) =>
        GuardAsync("read", async () => (await FindAsync(key, cancellation))?.ContentLength, cancellation);

    private async Task<GetObjectMetadataResponse?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return await client.GetObjectMetadataAsync(options.Bucket, key, cancellation);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<T> GuardAsync<T>(string purpose, Func<Task<T>> action, CancellationToken cancellation)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (
            e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
            // The SDK itself cancels a request that takes too long.
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ModelRegistryException($"The bucket {options.Bucket} cannot be {purpose}: {e.Message}", e);
        }
    }
}
