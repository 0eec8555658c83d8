using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using GameNight.Storage;

namespace GameNight.Identity.Access;

/// <summary>
/// How long browsers stay the host's: until their cookie ends, the host's token is another one, or somebody signs all hosts out. For the
/// last there is an epoch beside the observations, which all games at one store follow. Safe for concurrent use.
/// </summary>
public sealed partial class HostSessions(HostLink link, IDocumentStore documents, TimeProvider clock, ILogger<HostSessions> log)
{
    /// <summary>How long a browser stays the host's that is not used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Collection = "host";
    private const string Name = "sessions";

    /// <summary>The claim with the epoch and the token for which a browser became the host's, as a digest.</summary>
    private const string StampClaim = "host-stamp";

    /// <summary>The claim with the time at which the role ends on a page that stays open, in seconds of Unix.</summary>
    private const string UntilClaim = "host-until";

    /// <summary>How long the epoch is used before it is read again.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private volatile Known? _known;

    /// <summary>What the cookie of a browser says that becomes the host's now.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<ClaimsIdentity> BeginAsync(string player, CancellationToken cancellation)
    {
        var stamp = StampOf(await ReadEpochAsync(cancellation));
        return new ClaimsIdentity([new(ClaimTypes.NameIdentifier, player), new(StampClaim, stamp)], HostCookie.Scheme);
    }

    /// <summary>The player as the host, where the cookie makes this player the host still; else null.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="cookie">What the host's cookie says.</param>
    /// <param name="expires">When it ends.</param>
    /// <param name="cancellation">Ends the reading of the epoch.</param>
    public async Task<ClaimsPrincipal?> FindAsync(
        string player, ClaimsPrincipal cookie, DateTimeOffset? expires, CancellationToken cancellation)
    {
        var until = (expires ?? clock.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (cookie.FindPlayerId() != player || cookie.FindFirstValue(StampClaim) is not { } stamp)
            return null;
        var host = Players.Player(player, Players.HostRole);
        host.Identities.First().AddClaims([new(StampClaim, stamp), new(UntilClaim, until)]);
        return await IsCurrentAsync(host, cancellation) ? host : null;
    }

    /// <summary>
    /// Whether somebody with the host's role has it still. A page may have been open for long; a program proves it with each request.
    /// </summary>
    public async Task<bool> IsCurrentAsync(ClaimsPrincipal host, CancellationToken cancellation)
    {
        if (host.FindFirstValue(StampClaim) is not { } stamp)
            return true;
        if (!long.TryParse(host.FindFirstValue(UntilClaim), CultureInfo.InvariantCulture, out var until)
            || until < clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return false;
        }

        try
        {
            return stamp == StampOf(await ReadEpochAsync(cancellation));
        }
        catch (StoreException e)
        {
            // While the store is away, what was known last counts; who cannot be checked at all is not the host.
            LogUnread(e);
            return _known is { } last && stamp == StampOf(last.Epoch);
        }
    }

    /// <summary>Ends the role in every browser that has it, for all games at this store within seconds.</summary>
    /// <exception cref="StoreException">The store cannot be written; all stay signed in.</exception>
    public async Task SignOutAllAsync(CancellationToken cancellation)
    {
        var next = await documents.ChangeAsync<Stored>(
            Collection, Name, before => new Stored((before?.Epoch ?? 0) + 1), cancellation);
        _known = new Known(next!.Epoch, clock.GetTimestamp());
    }

    private async Task<long> ReadEpochAsync(CancellationToken cancellation)
    {
        if (_known is { } known && clock.GetElapsedTime(known.ReadAt) < MaxAge)
            return known.Epoch;
        var at = clock.GetTimestamp();
        var epoch = (await documents.FindAsync(Collection, Name, cancellation))?.Read<Stored>().Epoch ?? 0;
        _known = new Known(epoch, at);
        return epoch;
    }

    private string StampOf(long epoch) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(link.Token), Encoding.UTF8.GetBytes(epoch.ToString(CultureInfo.InvariantCulture))));

    [LoggerMessage(LogLevel.Warning, "Whether the hosts were signed out cannot be read; what was known last counts")]
    private partial void LogUnread(Exception exception);

    private sealed record Stored(long Epoch);

    private sealed record Known(long Epoch, long ReadAt);
}
