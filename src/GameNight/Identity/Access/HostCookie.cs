using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace GameNight.Identity.Access;

/// <summary>
/// The cookie of a browser that is the host's, beside the one that says which player it is. It ends with the evening, and when
/// <see cref="HostSessions"/> says so.
/// </summary>
internal static class HostCookie
{
    public const string Name = "game-night-host";

    public const string Scheme = "HostCookie";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = Name;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = HostSessions.Lifetime;
    }

    /// <summary>
    /// Reads the player's cookie as the player, and as the host where this browser has the host's cookie too. Cookies of earlier
    /// versions of the game that claim the role themselves, for 400 days, claim it in vain.
    /// </summary>
    public static async Task ReadAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindPlayerId() is not { } player)
        {
            context.RejectPrincipal();
            return;
        }

        context.ReplacePrincipal(await FindHostAsync(context.HttpContext, player) ?? Players.Player(player));
    }

    /// <summary>Makes the caller's browser the host's.</summary>
    /// <param name="context">The caller's request.</param>
    /// <param name="session">What the cookie says; see <see cref="HostSessions.BeginAsync"/>.</param>
    public static Task GiveAsync(HttpContext context, ClaimsIdentity session) =>
        context.SignInAsync(Scheme, new ClaimsPrincipal(session), new AuthenticationProperties { IsPersistent = true });

    private static async Task<ClaimsPrincipal?> FindHostAsync(HttpContext context, string player)
    {
        if (!context.Request.Cookies.ContainsKey(Name) || await context.AuthenticateAsync(Scheme) is not { Succeeded: true } found)
            return null;
        var sessions = context.RequestServices.GetRequiredService<HostSessions>();
        return await sessions.FindAsync(player, found.Principal, found.Properties?.ExpiresUtc, context.RequestAborted);
    }
}
