using System.Text.Json;
using GameNight.Rooms.Game;
using GameNight.Storage;

namespace GameNight.Rooms.Live;

/// <summary>
/// Which process has which room, for all games at one store: a room is played by the one that opened it, and the others send phones there.
/// </summary>
/// <param name="documents">The store.</param>
/// <param name="options">Where this process is.</param>
public sealed class RoomClaims(IDocumentStore documents, RoomOptions options)
{
    private const string Collection = "rooms";

    /// <summary>Notes that a room is played here.</summary>
    /// <returns>False where another process has a room with this code.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public Task<bool> TryClaimAsync(string code, CancellationToken cancellation) => documents.TryWriteAsync(
        Collection, code, JsonSerializer.SerializeToUtf8Bytes(new Claim(options.NodeAddress)), revision: 0, cancellation);

    /// <summary>Where a room of another process is played.</summary>
    /// <returns>Whether there is one, and the address of its process, where that has one in its settings.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<(bool IsThere, Uri? Address)> FindAsync(string code, CancellationToken cancellation) =>
        await documents.FindAsync(Collection, code, cancellation) is { } document
            ? (true, JsonSerializer.Deserialize<Claim>(document.Content)?.Address)
            : (false, null);

    /// <summary>Notes that a room is no more.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public Task ReleaseAsync(string code, CancellationToken cancellation) => documents.DeleteAsync(Collection, code, cancellation);

    private sealed record Claim(Uri? Address);
}
