using GameNight.Storage;

namespace GameNight.Tests.Storage;

/// <summary>A store that can be neither read nor written.</summary>
internal sealed class FailingDocuments : IDocumentStore
{
    public Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation) =>
        throw new StoreException("The documents are gone.");

    public Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation) =>
        throw new StoreException("The documents are gone.");

    public Task<IReadOnlyList<Document>> ListAllAsync(CancellationToken cancellation) =>
        throw new StoreException("The documents are gone.");

    public Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation) =>
        throw new StoreException("The documents are gone.");

    public Task DeleteAsync(string collection, string name, CancellationToken cancellation) =>
        throw new StoreException("The documents are gone.");
}
