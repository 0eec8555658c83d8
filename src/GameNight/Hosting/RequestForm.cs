using GameNight.Http;
using GameNight.Identity.Access;

namespace GameNight.Hosting;

/// <summary>Brings requests into the form that the rest of the server expects.</summary>
public static class RequestForm
{
    /// <summary>Comes before routing and the pages for errors.</summary>
    public static void UseRequestForm(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
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
}
