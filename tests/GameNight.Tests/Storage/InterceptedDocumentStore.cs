using GameNight.Storage;

namespace GameNight.Tests.Storage;

/// <summary>A document store that lets a test do something, or fail, right before a call.</summary>
internal sealed class InterceptedDocumentStore(IDocumentStore documents) : IDocumentStore
{
    private volatile Action<string> _before = _ => { };

    /// <summary>Gets the name of the call.</summary>
    public Action<string> Before { set => _before = value; }

    /// <summary>Lets no call reach the store any more, as when the process that makes them was killed.</summary>
    public void Kill() => Before = _ => throw new StoreException("This process was killed.");

    public async Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation)
    {
        _before(nameof(FindAsync));
        return await documents.FindAsync(collection, name, cancellation);
    }

    public async Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation)
    {
        _before(nameof(ListAsync));
        return await documents.ListAsync(collection, cancellation);
    }

    public async Task<IReadOnlyList<Document>> ListAllAsync(CancellationToken cancellation)
    {
        _before(nameof(ListAllAsync));
        return await documents.ListAllAsync(cancellation);
    }

    public async Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation)
    {
        _before(nameof(TryWriteAsync));
        return await documents.TryWriteAsync(collection, name, content, revision, cancellation);
    }

    public async Task DeleteAsync(string collection, string name, CancellationToken cancellation)
    {
        _before(nameof(DeleteAsync));
        await documents.DeleteAsync(collection, name, cancellation);
    }
}
