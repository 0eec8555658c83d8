using GameNight.Storage;

namespace GameNight.Tests.Retraining.Queue;

/// <summary>The document store of a process that can be killed: from then on no call of that process reaches the store.</summary>
internal sealed class KillableDocumentStore(IDocumentStore documents) : IDocumentStore
{
    private volatile bool _killed;

    public void Kill() => _killed = true;

    public Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation) =>
        Store.FindAsync(collection, name, cancellation);

    public Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation) =>
        Store.ListAsync(collection, cancellation);

    public Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation) =>
        Store.TryWriteAsync(collection, name, content, revision, cancellation);

    public Task DeleteAsync(string collection, string name, CancellationToken cancellation) =>
        Store.DeleteAsync(collection, name, cancellation);

    private IDocumentStore Store => _killed ? throw new StoreException("This process was killed.") : documents;
}
