namespace GameNight.Hosting;

/// <summary>
/// What every answer tells browsers: which scripts may run and what may be loaded (the game's own alone), that nobody may frame the game,
/// and what of the machine it never asks for.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>
    /// Scripts come from files of the game only: none stands in a page, and none is made of text. WebAssembly may be compiled out of a
    /// file of the game: the contestants that guess in the browser need that, and it runs no text. Styles may stand in pages: colours and
    /// sizes of charts do, which Blazor writes as attributes. Pictures are also data of a page (28 × 28 pixels), and what a chart is
    /// drawn into to be saved.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
        + "payment=(), serial=(), usb=()";

    /// <summary>Comes first, so that failures have the headers, too.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // At the last moment: who answers a failure begins with empty headers, and Blazor adds a weaker policy for frames.
        context.Response.OnStarting(static response =>
        {
            var headers = ((HttpResponse)response).Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = PermissionsPolicy;
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });
}
