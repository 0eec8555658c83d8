using GameNight.Storage;

namespace GameNight.Tests.Retraining.Queue;

/// <summary>The documents as a process sees them that dies: from then on nothing of it reaches the store.</summary>
internal sealed class MortalDocuments(IDocumentStore documents) : IDocumentStore
{
    private volatile bool _dead;

    public void Die() => _dead = true;

    public Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation) => Living.FindAsync(collection, name, cancellation);

    public Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation) => Living.ListAsync(collection, cancellation);

    public Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation) => Living.TryWriteAsync(collection, name, content, revision, cancellation);

    public Task DeleteAsync(string collection, string name, CancellationToken cancellation) => Living.DeleteAsync(collection, name, cancellation);

    private IDocumentStore Living => _dead ? throw new StoreException("This process is dead.") : documents;
}
