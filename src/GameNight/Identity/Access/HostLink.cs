using System.Security.Cryptography;

namespace GameNight.Identity.Access;

/// <summary>How somebody becomes the host: a link that works once, printed at the start, or the token itself.</summary>
/// <param name="configuredToken">A token that stays the same over starts; null for a new one each time.</param>
public sealed class HostLink(string? configuredToken)
{
    public const string Path = "/host";

    private string? _key = Secret();

    /// <summary>The part of the link after the address; anybody who opens it first is the host in that browser.</summary>
    public string PathAndQuery => $"{Path}?key={_key}";

    /// <summary>What a program sends as a bearer token: the configured one, or one that is new at each start.</summary>
    public string Token { get; } = configuredToken ?? Secret();

    public bool IsToken(string candidate) => Players.SameSecret(candidate, Token);

    public static void Map(WebApplication app) => app.MapGet(Path, async (string? key, HttpContext context, HostLink link) =>
    {
        if (context.User.IsHost())
            return Results.Redirect("/");
        if (!link.Redeem(key ?? ""))
            return Results.Text("This link has been used, or is not the one that the server printed. Restart the game for a new one.", statusCode: StatusCodes.Status403Forbidden);
        await context.EnsurePlayerAsync();
        await context.SignInPlayerAsync(Players.Player(context.User.PlayerId(), Players.HostRole));
        return Results.Redirect("/");
    }).ExcludeFromDescription();

    private bool Redeem(string key)
    {
        var expected = Volatile.Read(ref _key);
        return expected is not null && Players.SameSecret(key, expected) && Interlocked.CompareExchange(ref _key, null, expected) == expected;
    }

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
