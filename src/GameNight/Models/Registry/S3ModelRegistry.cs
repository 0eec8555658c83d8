using System.Globalization;

namespace GameNight.Models.Registry;

/// <summary>
/// A registry in a bucket, for games on several machines: <c>{prefix}{algorithm}/{version}/</c> has the files,
/// <c>{prefix}.log/00000001.json</c> and so on the activations. A version exists once it has its manifest, which is written last.
/// </summary>
public sealed class S3ModelRegistry(S3Bucket bucket, string prefix, TimeProvider clock) : IModelRegistry
{
    /// <summary>
    /// A publication that takes longer is given up. Files without a manifest that are older were left by one that did not complete,
    /// and are removed.
    /// </summary>
    public static readonly TimeSpan PublishTimeout = TimeSpan.FromMinutes(2);

    /// <summary>How long a publication waits that finds another one under way under the same number.</summary>
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(1);

    /// <summary>A key that sorts after every entry of the log and before every algorithm.</summary>
    private string EndOfLog => prefix + ".log0";

    public async Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation) =>
    [
        .. from file in await bucket.ListAsync(prefix, EndOfLog, cancellation)
           let parts = file.Key[prefix.Length..].Split('/')
           where parts is [{ } algorithm, { } version, ModelManifest.FileName] && ModelKey.IsAlgorithm(algorithm)
               && ModelKey.IsVersion(version)
           select new ModelKey(parts[0], parts[1]),
    ];

    public async Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation) =>
        await bucket.ReadAsync(FolderOf(key) + file, cancellation) ?? throw new InvalidModelException($"{file} is missing.");

    public Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) =>
        bucket.SizeAsync(FolderOf(key) + ModelPackage.ModelFile, cancellation);

    public async Task<bool> TryPublishAsync(ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation)
    {
        if (!await ClearAsync(key, cancellation))
            return false;
        using var timeout = new CancellationTokenSource(PublishTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        var writer = NewWriter();
        try
        {
            // All publications write the same file first, so that one which is refused there has written nothing.
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
            throw new ModelRegistryException($"{key} could not be published within {PublishTimeout}.", e);
        }
        catch
        {
            await WithdrawAsync(key, files, writer);
            throw;
        }
    }

    public async Task DeleteAsync(ModelKey key, CancellationToken cancellation)
    {
        // The manifest first, so that a version is complete or gone.
        await bucket.DeleteAsync(FolderOf(key) + ModelManifest.FileName, cancellation);
        foreach (var file in await bucket.ListAsync(FolderOf(key), after: null, cancellation))
            await bucket.DeleteAsync(file.Key, cancellation);
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

    /// <summary>Removes the files of a publication that did not complete.</summary>
    /// <returns>False where there is such a version already, or it is being published.</returns>
    private async Task<bool> ClearAsync(ModelKey key, CancellationToken cancellation)
    {
        var files = await bucket.ListAsync(FolderOf(key), after: null, cancellation);
        if (files.Any(file => file.Key == FolderOf(key) + ModelManifest.FileName))
            return false;
        if (files.Any(file => clock.GetUtcNow() - file.LastModified?.ToUniversalTime() < PublishTimeout))
        {
            await Task.Delay(GracePeriod, clock, cancellation);
            return false;
        }

        foreach (var file in files)
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
            // The caller throws the exception that led here. Without a manifest what stays is no version, and the next
            // publication removes it.
        }
    }
}
