using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Endpoints;

namespace GameNight.Identity.Access;

/// <summary>
/// Players as callers: each has a random id in a signed cookie, given with the first page or the first observation. The host is a
/// player who opened the host's link, or a program that sends the host's token.
/// </summary>
public static class Players
{
    public const string HostRole = "host";

    /// <summary>The player id of a program that sends the host's token; labels and activations by the host are recorded under it.</summary>
    public const string Host = "host";

    /// <summary>The cookie's name. The host's own cookie is beside it.</summary>
    public const string CookieName = "game-night-player";

    /// <summary>The authentication scheme of the cookie. Cookies are signed for it: under another name none stays valid.</summary>
    internal const string CookieScheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <exception cref="InvalidOperationException">The caller has no id: <see cref="EnsurePlayerAsync"/> was not called.</exception>
    public static string PlayerId(this ClaimsPrincipal user) =>
        user.FindPlayerId() ?? throw new InvalidOperationException("The caller has no player id yet.");

    /// <summary>Null for a caller without a cookie and without the host's token.</summary>
    public static string? FindPlayerId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    public static bool IsHost(this ClaimsPrincipal user) => user.IsInRole(HostRole);

    /// <summary>
    /// Makes every browser that opens a page a player: the page's circuit, which comes later, cannot set a cookie. What is no page, such
    /// as a style sheet or a call of the API, sets none.
    /// </summary>
    public static void UsePlayerCookie(this WebApplication app) => app.Use(async (context, next) =>
    {
        var (method, accepted) = (context.Request.Method, context.Request.Headers.Accept.ToString());
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage && HttpMethods.IsGet(method) && accepted.Contains("text/html", StringComparison.Ordinal))
            await context.EnsurePlayerAsync();
        await next(context);
    });

    /// <summary>Gives the caller a new player id, in a cookie, unless the caller has an id.</summary>
    public static async Task EnsurePlayerAsync(this HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            await context.SignInPlayerAsync(Player(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
    }

    /// <summary>Makes the caller this player, in this request and by a cookie in those that follow.</summary>
    public static async Task SignInPlayerAsync(this HttpContext context, ClaimsPrincipal player)
    {
        context.User = player;
        await context.SignInAsync(CookieScheme, player, new AuthenticationProperties { IsPersistent = true });
    }

    /// <param name="id">The player's id.</param>
    /// <param name="role"><see cref="HostRole"/>, or null.</param>
    /// <param name="scheme">The authentication scheme by which the caller is known.</param>
    public static ClaimsPrincipal Player(string id, string? role = null, string scheme = CookieScheme)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], scheme);
        if (role is not null)
            identity.AddClaim(new Claim(ClaimTypes.Role, role));
        return new ClaimsPrincipal(identity);
    }
}
