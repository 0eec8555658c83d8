using System.Globalization;
using GameNight.Http;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace GameNight.Hosting;

/// <summary>
/// Answers what a call of the API throws with problem details (RFC 9457). A <see cref="ProblemException"/> says by itself what it
/// answers; a failure that nothing foresaw is a 500. Failures on the server's side are logged.
/// </summary>
public sealed partial class ProblemHandler(IProblemDetailsService writer, ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path and endpoint are those of the error page by now.
        if (httpContext.Features.Get<IExceptionHandlerFeature>() is not { Path: { } path, Endpoint: var endpoint }
            || !ApiPath.IsCall(path))
        {
            return false;
        }

        var problem = exception switch
        {
            ProblemException { Field: { } field } e => Problems.Invalid(field, e.Detail).ProblemDetails,
            ProblemException e => new ProblemDetails { Status = e.Status, Title = e.Title, Detail = e.Detail },
            BadHttpRequestException e => BindingProblem.Describe(e, httpContext.Request, endpoint),
            InvalidOperationException when HasUnknownEncoding(httpContext.Request) =>
                new ProblemDetails { Status = StatusCodes.Status415UnsupportedMediaType, Detail = "Send JSON in UTF-8." },
            _ => new ProblemDetails
            {
                Status = StatusCodes.Status500InternalServerError,
                Detail = "Something broke on our side. It is in the server's log.",
            },
        };
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (exception is ProblemException { RetryAfter: { } wait })
            httpContext.Response.Headers.RetryAfter = Seconds(wait);
        if (problem.Status >= StatusCodes.Status500InternalServerError && exception is not ProblemException { IsLogged: true })
            LogFailed(path, problem.Status.Value, exception);
        return await writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    /// <summary>The value of the header Retry-After (RFC 9110, 10.2.3): whole seconds, at least 1.</summary>
    internal static string Seconds(TimeSpan wait) =>
        Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The framework throws no exception of its own for a body whose character set .NET does not know.</summary>
    private static bool HasUnknownEncoding(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null;

    [LoggerMessage(LogLevel.Error, "The call {Path} failed with status {Status}")]
    private partial void LogFailed(string path, int status, Exception exception);
}
