using System.Security.Cryptography;
using System.Text;

namespace GameNight.Identity.Access;

/// <summary>
/// What makes a caller the host: a link that is printed at the start and makes the first browser that opens it the host, or the
/// token, which programs send.
/// </summary>
/// <param name="configuredToken">A token that stays the same over starts; null for a new one at each start.</param>
public sealed class HostLink(string? configuredToken)
{
    public const string Path = "/host";

    private string? _key = NewSecret();

    /// <summary>The part of the link after the server's address. It works once.</summary>
    public string PathAndQuery => $"{Path}?key={_key}";

    /// <summary>The bearer token: the configured one, or one that is new at each start.</summary>
    public string Token { get; } = configuredToken ?? NewSecret();

    /// <summary>Whether the token is a configured one, which whoever set it up knows already.</summary>
    public bool IsTokenConfigured => configuredToken is not null;

    /// <summary>Makes a new link, in the place of the one before, used or not.</summary>
    /// <returns>Its <see cref="PathAndQuery"/>.</returns>
    public string Renew()
    {
        Volatile.Write(ref _key, NewSecret());
        return PathAndQuery;
    }

    public bool IsToken(string candidate) => AreEqual(candidate, Token);

    /// <summary>Whether the link would still make a browser the host's.</summary>
    public bool IsOpen(string? key) => IsKey(key ?? "");

    /// <summary>Makes the caller's browser the host's, and uses the link up.</summary>
    /// <param name="key">The key in the link that the caller opened.</param>
    /// <param name="context">The caller's request, which gets the cookies.</param>
    /// <param name="sessions">Keeps how long browsers stay the host's.</param>
    /// <returns>Whether it is the host's now; not where the link was used before, or another one took its place.</returns>
    /// <exception cref="Storage.StoreException">The store is away; the link can be opened again.</exception>
    public async Task<bool> TryOpenAsync(string? key, HttpContext context, HostSessions sessions)
    {
        if (!IsOpen(key))
            return false;
        await context.EnsurePlayerAsync();
        // Before the link is used up: the store may be away.
        var session = await sessions.BeginAsync(context.User.PlayerId(), context.RequestAborted);
        if (!TryRedeem(key ?? ""))
            return false;
        await HostCookie.GiveAsync(context, session);
        return true;
    }

    private bool IsKey(string key) => Volatile.Read(ref _key) is { } expected && AreEqual(key, expected);

    /// <summary>Whether this is the key, and the first use of it.</summary>
    private bool TryRedeem(string key)
    {
        var expected = Volatile.Read(ref _key);
        return expected is not null && AreEqual(key, expected) && Interlocked.CompareExchange(ref _key, null, expected) == expected;
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Compares in constant time.</summary>
    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
