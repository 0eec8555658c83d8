using GameNight.Storage;

namespace GameNight.Tests.Storage;

/// <summary>A store that writes, and says that it has not, as after a call that was repeated on a bad line.</summary>
internal sealed class LyingDocuments(IDocumentStore documents) : IDocumentStore
{
    public Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation) =>
        documents.FindAsync(collection, name, cancellation);

    public Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation) =>
        documents.ListAsync(collection, cancellation);

    public Task<IReadOnlyList<Document>> ListAllAsync(CancellationToken cancellation) =>
        documents.ListAllAsync(cancellation);

    public async Task<bool> TryWriteAsync(
        string collection, string name, byte[] content, long revision, CancellationToken cancellation)
    {
        await documents.TryWriteAsync(collection, name, content, revision, cancellation);
        return false;
    }

    public Task DeleteAsync(string collection, string name, CancellationToken cancellation) =>
        documents.DeleteAsync(collection, name, cancellation);
}
