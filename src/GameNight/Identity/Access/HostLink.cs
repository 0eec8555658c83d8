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

    private const string Used =
        "This link has been used, or isn't the newest one. A host makes new ones on the page Models, and so does a restart of the game.";

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

    public static void Map(WebApplication app) => app.MapGet(Path, OpenAsync).ExcludeFromDescription();

    private static async Task<IResult> OpenAsync(string? key, HttpContext context, HostLink link, HostSessions sessions)
    {
        if (context.User.IsHost())
            return Results.Redirect("/");
        if (!link.IsKey(key ?? ""))
            return Results.Text(Used, statusCode: StatusCodes.Status403Forbidden);
        await context.EnsurePlayerAsync();
        // Before the link is used up: the store may be away.
        var session = await sessions.BeginAsync(context.User.PlayerId(), context.RequestAborted);
        if (!link.TryRedeem(key ?? ""))
            return Results.Text(Used, statusCode: StatusCodes.Status403Forbidden);
        await HostCookie.GiveAsync(context, session);
        return Results.Redirect("/");
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
