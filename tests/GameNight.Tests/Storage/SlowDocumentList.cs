using GameNight.Storage;

namespace GameNight.Tests.Storage;

/// <summary>A document store that reads its first list at once, and hands it over when <see cref="Gate"/> is completed.</summary>
internal sealed class SlowDocumentList(IDocumentStore documents) : IDocumentStore
{
    private int _lists;

    /// <summary>Completes when the first list was read.</summary>
    public TaskCompletionSource Read { get; } = new();

    public TaskCompletionSource Gate { get; } = new();

    public Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation) =>
        documents.FindAsync(collection, name, cancellation);

    public async Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation)
    {
        var list = await documents.ListAsync(collection, cancellation);
        if (Interlocked.Increment(ref _lists) > 1)
            return list;
        Read.SetResult();
        await Gate.Task;
        return list;
    }

    public Task<IReadOnlyList<Document>> ListAllAsync(CancellationToken cancellation) => documents.ListAllAsync(cancellation);

    public Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation) =>
        documents.TryWriteAsync(collection, name, content, revision, cancellation);

    public Task DeleteAsync(string collection, string name, CancellationToken cancellation) =>
        documents.DeleteAsync(collection, name, cancellation);
}
