using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace GameNight.Models.Registry;

/// <summary>One bucket, as far as a registry needs it. Every failure is a <see cref="ModelRegistryException"/>.</summary>
/// <remarks>
/// Relies on what S3 promises: what was written is read and listed from then on, and a write with <c>If-None-Match: *</c>
/// is refused where there is an object. A server that ignores the condition is asked beforehand whether there is one,
/// which leaves a gap: of two that write the same key within the same milliseconds, the later one then stays.
/// </remarks>
public sealed class S3Bucket(IAmazonS3 client, S3Options options)
{
    /// <summary>Who wrote an object: whoever tries again after an answer was lost knows their own.</summary>
    private const string Writer = "writer";

    /// <summary>What lies under a prefix, in the order of the keys.</summary>
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

    /// <summary>Null where there is no such object.</summary>
    public Task<byte[]?> ReadAsync(string key, CancellationToken cancellation) => GuardAsync("read", async () =>
    {
        try
        {
            using var response = await client.GetObjectAsync(options.Bucket, key, cancellation);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, cancellation);
            return content.ToArray();
        }
        catch (NoSuchKeyException)
        {
            return null;
        }
    }, cancellation);

    /// <returns>False where another wrote an object of this key before; it is left as it is.</returns>
    public Task<bool> TryWriteAsync(string key, byte[] content, string writer, CancellationToken cancellation) => GuardAsync("written", async () =>
    {
        while (true)
        {
            if (await FindAsync(key, cancellation) is { } there)
                return there.Metadata[Writer] == writer;
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
                // Another is quicker, or this was the second attempt at a write whose answer got lost: whose it is shows now.
            }
        }
    }, cancellation);

    /// <summary>Removes an object, but not another's.</summary>
    public Task DeleteAsync(string key, string writer, CancellationToken cancellation) => GuardAsync("written", async () =>
    {
        if (await FindAsync(key, cancellation) is { } there && there.Metadata[Writer] == writer)
            await client.DeleteObjectAsync(options.Bucket, key, cancellation);
        return true;
    }, cancellation);

    /// <summary>Removes an object. One that is not there is gone already.</summary>
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

    private async Task<T> GuardAsync<T>(string what, Func<Task<T>> action, CancellationToken cancellation)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ModelRegistryException($"The bucket {options.Bucket} cannot be {what}: {e.Message}", e);
        }
    }
}
