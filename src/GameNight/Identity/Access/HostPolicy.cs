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

    internal static void Build(AuthorizationPolicyBuilder policy) => policy
        .RequireRole(Players.HostRole)
        .RequireAssertion(call => call.Resource is not HttpContext context || !IsFromAnotherSite(context.Request));

    /// <summary>Answers 403 with problem details that say how to become the host.</summary>
    internal static Task RefuseAsync(HttpContext context) => TypedResults.Problem(
        "Only the host may do this: open the host's link in this browser, or send the host's token as a bearer token.",
        statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);

    /// <summary>
    /// Whether a page of another site sends the request: one that the host has open would send the host's cookie along. Browsers
    /// tell it in a header (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/); programs send none.
    /// </summary>
    private static bool IsFromAnotherSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
