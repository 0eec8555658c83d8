namespace GameNight.Identity.Access;

/// <summary>Calls that change things for everybody.</summary>
public static class HostOnly
{
    /// <summary>Refuses whoever is not the host: 403, in words.</summary>
    public static RouteGroupBuilder RequireHost(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (call, next) => call.HttpContext.User.IsHost() && !IsAnotherSites(call.HttpContext.Request)
            ? await next(call)
            : TypedResults.Problem("Only the host may do this: open the host's link in this browser, or send the host's token as a bearer token.", statusCode: StatusCodes.Status403Forbidden));
        return group.WithMetadata(new HostOnlyMark()).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
    }

    /// <summary>A page elsewhere, which the host happens to have open, would bring the host's cookie along. Every browser says so (Fetch Metadata); programs say nothing.</summary>
    private static bool IsAnotherSites(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}

/// <summary>Tells the documentation which calls are the host's.</summary>
public sealed record HostOnlyMark;
