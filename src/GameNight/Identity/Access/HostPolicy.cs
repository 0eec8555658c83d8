using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Identity.Access;

/// <summary>The authorization policy of everything that only the host may do, on pages and over HTTP.</summary>
public static class HostPolicy
{
    /// <summary>For <c>RequireAuthorization</c> and <c>AuthorizeView</c>.</summary>
    public const string Name = "Host";

    /// <summary>
    /// Whether the viewer of a page is the host. Handlers that change something for everybody ask this first, whatever was rendered.
    /// </summary>
    /// <param name="authorization">Knows the policy.</param>
    /// <param name="viewer">The state that the page cascades; null where it cascades none.</param>
    public static async Task<bool> IsHostAsync(this IAuthorizationService authorization, Task<AuthenticationState>? viewer) =>
        viewer is not null && (await authorization.AuthorizeAsync((await viewer).User, Name)).Succeeded;

    internal static void Build(AuthorizationPolicyBuilder policy) => policy.AddRequirements(new Requirement());

    /// <summary>Answers 403 with problem details that say how to become the host.</summary>
    internal static Task RefuseAsync(HttpContext context) => TypedResults.Problem(
        "Only the host may do this: open the host's link in this browser, or send the host's token as a bearer token.",
        statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);

    private sealed class Requirement : IAuthorizationRequirement;

    /// <summary>Knows who is the host now: has the role, is not signed out, and asks from a page of the game or a program.</summary>
    internal sealed class Handler(HostSessions sessions) : IAuthorizationHandler
    {
        public async Task HandleAsync(AuthorizationHandlerContext context)
        {
            foreach (var requirement in context.PendingRequirements.OfType<Requirement>().ToList())
            {
                var http = context.Resource as HttpContext;
                if (context.User.IsHost() && !(http is not null && RequestOrigin.IsForeign(http.Request))
                    && await sessions.IsCurrentAsync(context.User, http?.RequestAborted ?? CancellationToken.None))
                {
                    context.Succeed(requirement);
                }
            }
        }
    }
}
