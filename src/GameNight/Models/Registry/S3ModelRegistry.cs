using System.Globalization;

namespace GameNight.Models.Registry;

/// <summary>
/// A registry in a bucket, for games on several machines: <c>{prefix}{algorithm}/{version}/</c> with the files,
/// <c>{prefix}.log/00000001.json</c> and so on with the activations. A version exists by its manifest, which is written last.
/// </summary>
public sealed class S3ModelRegistry(S3Bucket bucket, string prefix, TimeProvider clock) : IModelRegistry
{
    /// <summary>A publication that takes longer is given up; what lies there without a manifest for longer is nobody's.</summary>
    public static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(2);

    /// <summary>While another publishes under the same number.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(1);

    /// <summary>Behind every entry of the log and before every algorithm, in the order of keys.</summary>
    private string BehindTheLog => prefix + ".log0";

    public async Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation) =>
    [
        .. from there in await bucket.ListAsync(prefix, BehindTheLog, cancellation)
           let parts = there.Key[prefix.Length..].Split('/')
           where parts is [{ } algorithm, { } version, ModelManifest.FileName] && ModelKey.IsAlgorithm(algorithm) && ModelKey.IsVersion(version)
           select new ModelKey(parts[0], parts[1]),
    ];

    public async Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation) =>
        await bucket.ReadAsync(FolderOf(key) + file, cancellation) ?? throw new InvalidModelException($"{file} is missing.");

    public Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) => bucket.SizeAsync(FolderOf(key) + ModelPackage.ModelFile, cancellation);

    public async Task<bool> TryPublishAsync(ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation)
    {
        if (!await MakeRoomAsync(key, cancellation))
            return false;
        using var limit = new CancellationTokenSource(PublishLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var writer = NewWriter();
        try
        {
            // All publish the same file first: whoever is refused has written nothing.
            foreach (var file in files)
            {
                if (!await bucket.TryWriteAsync(FolderOf(key) + file.Name, file.Content, writer, either.Token))
                    return false;
            }

            return true;
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            await WithdrawAsync(key, files, writer);
            throw new ModelRegistryException($"{key} could not be published within {PublishLimit}.", e);
        }
        catch
        {
            await WithdrawAsync(key, files, writer);
            throw;
        }
    }

    public async Task DeleteAsync(ModelKey key, CancellationToken cancellation)
    {
        // Out of sight first: a version is whole or gone.
        await bucket.DeleteAsync(FolderOf(key) + ModelManifest.FileName, cancellation);
        foreach (var there in await bucket.ListAsync(FolderOf(key), after: null, cancellation))
            await bucket.DeleteAsync(there.Key, cancellation);
    }

    public async Task<IReadOnlyList<Activation>> ReadLogAsync(int after, CancellationToken cancellation)
    {
        var log = new List<Activation>();
        while (await bucket.ReadAsync(Entry(after + log.Count + 1), cancellation) is { } entry)
            log.Add(Activation.Parse(entry));
        return log;
    }

    public Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation) =>
        bucket.TryWriteAsync(Entry(activation.Number), activation.ToUtf8(), NewWriter(), cancellation);

    private static string NewWriter() => Guid.NewGuid().ToString("N");

    private string FolderOf(ModelKey key) => $"{prefix}{key.Algorithm}/{key.Version}/";

    private string Entry(int number) => $"{prefix}.log/{number.ToString("D8", CultureInfo.InvariantCulture)}.json";

    /// <returns>False where there is such a version already, or somebody is about to publish it.</returns>
    private async Task<bool> MakeRoomAsync(ModelKey key, CancellationToken cancellation)
    {
        var there = await bucket.ListAsync(FolderOf(key), after: null, cancellation);
        if (there.Any(file => file.Key == FolderOf(key) + ModelManifest.FileName))
            return false;
        if (there.Any(file => clock.GetUtcNow() - file.LastModified?.ToUniversalTime() < PublishLimit))
        {
            await Task.Delay(Courtesy, clock, cancellation);
            return false;
        }

        foreach (var file in there)
            await bucket.DeleteAsync(file.Key, cancellation);
        return true;
    }

    private async Task WithdrawAsync(ModelKey key, IReadOnlyList<ModelFile> files, string writer)
    {
        try
        {
            foreach (var file in files.Reverse())
                await bucket.DeleteAsync(FolderOf(key) + file.Name, writer, CancellationToken.None);
        }
        catch (ModelRegistryException)
        {
            // Why it was given up is told by whoever called this. What stays is no version; the next publication clears it away.
        }
    }
}
