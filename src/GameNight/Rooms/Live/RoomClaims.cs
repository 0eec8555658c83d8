using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GameNight.Rooms.Game;
using GameNight.Storage;

namespace GameNight.Rooms.Live;

/// <summary>
/// Which process has which room, for all games at one store: a room is played by the one that opened it, and the others send phones there.
/// A claim lasts for <see cref="Lease"/> and is renewed while the room is played, so that what a crash has left behind expires. There are
/// never two owners: a room is over when its claim ends by its own clock, and nobody else takes the code before <see cref="Margin"/> has
/// passed since.
/// </summary>
/// <param name="documents">The store.</param>
/// <param name="options">Where this process is.</param>
/// <param name="clock">The clock.</param>
public sealed class RoomClaims(IDocumentStore documents, RoomOptions options, TimeProvider clock)
{
    /// <summary>For so long a claim lasts; much longer than a room without any act, or than a store is away.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(24);

    /// <summary>So much the clocks of two machines differ at most.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    private const string Collection = "rooms";

    /// <summary>When a claim is old enough to be renewed. A room changes more often than that, or it ends.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    /// <summary>Notes that a room is played here, or still is.</summary>
    /// <param name="code">The room's code.</param>
    /// <param name="stageKey">The room's secret, by which its claim is known again after a restart.</param>
    /// <param name="cancellation">Keeps the write from starting.</param>
    /// <returns>Until when the code belongs to the room; null where it belongs to another one.</returns>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task<DateTimeOffset?> TryClaimAsync(string code, string stageKey, CancellationToken cancellation)
    {
        // Again where somebody has written meanwhile, or where the store did and could not say so.
        for (var isAgain = false; ; isAgain = true)
        {
            var (now, owner) = (clock.GetUtcNow(), OwnerOf(stageKey));
            var found = await documents.FindAsync(Collection, code, cancellation);
            var claim = RoomClaim.Read(found);
            if (claim is not null && claim.Owner != owner && !claim.IsExpired(now))
                return null;
            if (isAgain && claim?.Owner == owner)
                return claim.Until;
            var renewed = new RoomClaim(options.NodeAddress, owner, now + Lease);
            if (await documents.TryWriteAsync(
                Collection, code, JsonSerializer.SerializeToUtf8Bytes(renewed), found?.Revision ?? 0, cancellation))
            {
                return renewed.Until;
            }
        }
    }

    /// <summary>Whether it is time to renew a claim.</summary>
    public bool IsDue(DateTimeOffset until) => clock.GetUtcNow() >= until - Lease + Age;

    /// <summary>Where a room of another process is played.</summary>
    /// <returns>Whether there is one, and the address of its process, where that has one in its settings.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<(bool IsThere, Uri? Address)> FindAsync(string code, CancellationToken cancellation) =>
        RoomClaim.Read(await documents.FindAsync(Collection, code, cancellation)) is { } claim && !claim.IsExpired(clock.GetUtcNow())
            ? (true, claim.Address)
            : (false, null);

    /// <summary>Notes that a room is no more. A claim that has ended may be another's by now, and is left to expire.</summary>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task ReleaseAsync(string code, string stageKey, CancellationToken cancellation)
    {
        var claim = RoomClaim.Read(await documents.FindAsync(Collection, code, cancellation));
        if (claim?.Owner == OwnerOf(stageKey) && clock.GetUtcNow() < claim.Until)
            await documents.DeleteAsync(Collection, code, cancellation);
    }

    /// <summary>Names a room, without its secret.</summary>
    private static string OwnerOf(string stageKey) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stageKey)));
}
