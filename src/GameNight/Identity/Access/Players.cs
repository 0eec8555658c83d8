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

    public static string PlayerId(this ClaimsPrincipal user) =>
        user.FindPlayerId() ?? throw new InvalidOperationException("Nobody has sat down yet.");

    /// <summary>Null for somebody who has not sat down.</summary>
    public static string? FindPlayerId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    public static bool IsHost(this ClaimsPrincipal user) => user.IsInRole(HostRole);

    /// <summary>Whether the host is calling: this browser's cookie says so, or the token that a program sends.</summary>
    public static bool IsFromHost(this HttpContext context) =>
        context.User.IsHost() || (BearerToken(context) is { } token && context.RequestServices.GetRequiredService<HostLink>().IsToken(token));

    public static void AddPlayers(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "game-night-player";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(400);
        });
    }

    /// <summary>A program with the host's token is the host; a wrong token is refused rather than ignored.</summary>
    public static void UsePlayers(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (BearerToken(context) is { } token)
            {
                if (!context.RequestServices.GetRequiredService<HostLink>().IsToken(token))
                {
                    context.Response.Headers.WWWAuthenticate = "Bearer";
                    await Results.Problem("This is not the host's token.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
                    return;
                }

                context.User = Player(Host, HostRole);
            }
            else if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            {
                await context.SitDownAsync();
            }

            await next(context);
        });
    }

    /// <summary>Makes sure that the caller is a player, and gives a cookie to one who is new.</summary>
    public static async Task SitDownAsync(this HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true)
            await context.SignInPlayerAsync(Player(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))));
    }

    public static async Task SignInPlayerAsync(this HttpContext context, ClaimsPrincipal player)
    {
        context.User = player;
        await context.SignInAsync(player, new AuthenticationProperties { IsPersistent = true });
    }

    public static ClaimsPrincipal Player(string id, string? role = null)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], CookieAuthenticationDefaults.AuthenticationScheme);
        if (role is not null)
            identity.AddClaim(new Claim(ClaimTypes.Role, role));
        return new ClaimsPrincipal(identity);
    }

    private static string? BearerToken(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") && context.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : null;

    internal static bool SameSecret(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
