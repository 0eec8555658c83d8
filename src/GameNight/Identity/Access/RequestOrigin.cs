namespace GameNight.Identity.Access;

/// <summary>
/// Tells requests that a page of another site or port makes from those of the game's own pages and of programs. The browser would send the
/// cookies along with both: a site is a host whatever its port, and WebSockets ask nobody.
/// </summary>
/// <remarks>https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html</remarks>
public static class RequestOrigin
{
    /// <summary>Where the pages' circuits are.</summary>
    private const string Circuits = "/_blazor";

    /// <summary>
    /// Refuses circuits, and changes by a cookie, that a foreign page asks for. A program that sends no cookie, or the host's token, is
    /// not concerned.
    /// </summary>
    public static void UseOriginCheck(this WebApplication app) => app.Use((context, next) =>
        IsProtected(context.Request) && IsForeign(context.Request) ? RefuseAsync(context) : next(context));

    /// <summary>
    /// Whether a page that is not the game's own makes the request. Browsers name its origin, in plain HTTP too, or its relation to the
    /// game (Fetch Metadata), or its address; of a request that says none of it, no page is known. The host's token is nothing that a
    /// browser sends by itself.
    /// </summary>
    public static bool IsForeign(HttpRequest request)
    {
        var (origin, site, referer) = (Header(request, "Origin"), Header(request, "Sec-Fetch-Site"), Header(request, "Referer"));
        if (HostTokenHandler.FindToken(request) is not null)
            return false;
        if (site is not ("" or "same-origin" or "none") || (origin.Length > 0 && !IsOwn(origin, request.Host)))
            return true;
        return origin.Length == 0 && site.Length == 0 && referer.Length > 0 && !IsOwn(referer, request.Host);
    }

    private static bool IsProtected(HttpRequest request) => request.Path.StartsWithSegments(Circuits)
        || (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
            && (request.Cookies.ContainsKey(Players.CookieName) || request.Cookies.ContainsKey(HostCookie.Name)));

    /// <summary>Whether an address is of the host that the request names. The scheme may differ behind a proxy.</summary>
    private static bool IsOwn(string address, HostString host) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && uri.Port == (host.Port ?? new UriBuilder(uri.Scheme, uri.Host).Uri.Port);

    private static string Header(HttpRequest request, string name) => request.Headers[name].ToString();

    private static Task RefuseAsync(HttpContext context) => TypedResults.Problem(
        "A page of another site asked for this, so it was refused. Nothing was changed. Where the game is behind a proxy, the proxy must "
        + "pass on the Host that the browser asked for.",
        statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
}
