using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace GameNight.Identity.Access;

/// <summary>
/// Who is playing: a random id in a signed cookie, given with the first page or the first observation. The host is a
/// player who opened the host's link, or a program that sends the host's token.
/// </summary>
public static class Players
{
    public const string HostRole = "host";

    /// <summary>The player's id of a program that sends the host's token, and who it is in the records of labels and activations.</summary>
    public const string Host = "host";

    /// <summary>The cookie's name.</summary>
    public const string CookieName = "game-night-player";

    /// <summary>The authentication scheme of the cookie. Cookies are signed for it: by another name none would be valid any more.</summary>
    internal const string CookieScheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <exception cref="InvalidOperationException">The caller has no id: <see cref="EnsurePlayerAsync"/> was not called.</exception>
    public static string PlayerId(this ClaimsPrincipal user) =>
        user.FindPlayerId() ?? throw new InvalidOperationException("The caller has no player id yet.");

    /// <summary>Null for a caller without a cookie and without the host's token.</summary>
    public static string? FindPlayerId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    public static bool IsHost(this ClaimsPrincipal user) => user.IsInRole(HostRole);

    /// <summary>Whoever opens a page is a player from then on: the page's circuit, which comes later, cannot set a cookie.</summary>
    public static void UsePlayerCookie(this WebApplication app) => app.Use(async (context, next) =>
    {
        var (method, accepted) = (context.Request.Method, context.Request.Headers.Accept.ToString());
        if (HttpMethods.IsGet(method) && accepted.Contains("text/html", StringComparison.Ordinal))
            await context.EnsurePlayerAsync();
        await next(context);
    });

    /// <summary>Makes the caller a player, with a new id in a cookie, unless they are one.</summary>
    public static async Task EnsurePlayerAsync(this HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            await context.SignInPlayerAsync(Player(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
    }

    public static async Task SignInPlayerAsync(this HttpContext context, ClaimsPrincipal player)
    {
        context.User = player;
        await context.SignInAsync(CookieScheme, player, new AuthenticationProperties { IsPersistent = true });
    }

    /// <param name="id">The player's id.</param>
    /// <param name="role"><see cref="HostRole"/>, or null.</param>
    /// <param name="scheme">The authentication scheme that says so.</param>
    public static ClaimsPrincipal Player(string id, string? role = null, string scheme = CookieScheme)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], scheme);
        if (role is not null)
            identity.AddClaim(new Claim(ClaimTypes.Role, role));
        return new ClaimsPrincipal(identity);
    }

    internal static bool SameSecret(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
