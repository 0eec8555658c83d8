using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace GameNight.Identity.Access;

/// <summary>Finds out who calls, where the request says so.</summary>
public static class Callers
{
    /// <summary>By this name a <see cref="WebApplication"/> knows that it needn't add the middleware itself, in front of all.</summary>
    private const string IsAdded = "__AuthenticationMiddlewareSet";

    /// <summary>
    /// Authenticates those who send a cookie or a token. Everybody else is nobody anyhow, and to find that out would take a seventh of all
    /// memory that a guess over HTTP takes.
    /// </summary>
    public static void UseCallers(this WebApplication app)
    {
        ((IApplicationBuilder)app).Properties[IsAdded] = true;
        app.UseWhen(
            context => context.Request.Headers.Cookie.Count > 0 || HostTokenHandler.FindToken(context.Request) is not null,
            callers => callers.UseAuthentication());
    }

    /// <summary>
    /// Refuses a wrong token, rather than ignoring it, on calls that need none too, so that a program's author notices. Such a policy for
    /// all endpoints would do the same, and be looked up and evaluated for each call.
    /// </summary>
    public static void UseTokenCheck(this WebApplication app) => app.Use((context, next) =>
        context.User.Identity?.IsAuthenticated != true && HostTokenHandler.FindToken(context.Request) is not null
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null
            ? context.ChallengeAsync()
            : next(context));
}
