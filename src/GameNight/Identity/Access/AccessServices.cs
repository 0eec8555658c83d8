using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace GameNight.Identity.Access;

/// <summary>Registers who callers are (authentication) and what they may do (authorization).</summary>
public static class AccessServices
{
    /// <summary>Picks the scheme for each request: the token where one is sent, else the cookie.</summary>
    private const string TokenOrCookie = "TokenOrCookie";

    public static void AddAccess(this IServiceCollection services, HostTokenOptions host)
    {
        services.AddSingleton(new HostLink(host.Token));
        services.AddSingleton<HostSessions>();
        services.AddSingleton<IAuthorizationHandler, HostPolicy.Handler>();
        services.AddAuthentication(TokenOrCookie)
            .AddPolicyScheme(TokenOrCookie, displayName: null, policy => policy.ForwardDefaultSelector = context =>
                HostTokenHandler.FindToken(context.Request) is null ? Players.CookieScheme : HostTokenHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, HostTokenHandler>(HostTokenHandler.SchemeName, configureOptions: null)
            .AddCookie(Players.CookieScheme, ConfigureCookie)
            .AddCookie(HostCookie.Scheme, HostCookie.Configure);
        services.AddAuthorizationBuilder().AddPolicy(HostPolicy.Name, HostPolicy.Build);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = Players.CookieName;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(400);
        cookie.Events.OnValidatePrincipal = HostCookie.ReadAsync;
        // There is no page to log in, to which the browser could be redirected.
        cookie.Events.OnRedirectToLogin = refused => HostPolicy.RefuseAsync(refused.HttpContext);
        cookie.Events.OnRedirectToAccessDenied = refused => HostPolicy.RefuseAsync(refused.HttpContext);
    }
}
