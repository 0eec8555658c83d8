using GameNight.Http;
using GameNight.Identity.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Hosting;

/// <summary>Brings requests into the form that the rest of the server expects.</summary>
public static class RequestForm
{
    /// <summary>Comes before routing and the pages for errors.</summary>
    public static void UseRequestForm(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        // HTTP/1.0 needs no Host, and probes of containers and balancers send none: they ask the machine itself.
        if (!request.Host.HasValue)
            request.Host = new HostString("localhost");
        // The web server takes every number for a port; whoever makes an address of it would fail, the pages for errors among them.
        if (!Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out _))
            return RefuseHost().ExecuteAsync(context);
        // "//elsewhere.example/x" is a path to the server, and another site to a browser that finds it in a link.
        if (request.Path.Value is ['/', '/' or '\\', ..] path)
            request.Path = "/" + path.TrimStart('/', '\\');
        // Whatever answers GET answers HEAD: the web server leaves the body out. A preview must not use the host's link up.
        if (HttpMethods.IsHead(request.Method) && request.Path != HostLink.Path)
            request.Method = HttpMethods.Get;
        // The API answers in JSON whatever is asked for, its problems as well: a browser that opens a call would get a page instead.
        if (ApiPath.IsCall(request.Path))
            request.Headers.Accept = "*/*";
        return next(context);
    });

    private static ProblemHttpResult RefuseHost() => TypedResults.Problem(
        "The header Host isn't an address: it's the game's name, and a port of at most 65535 where it needs one.",
        statusCode: StatusCodes.Status400BadRequest);
}
