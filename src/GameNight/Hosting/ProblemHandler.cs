using System.Text.Json;
using System.Text.RegularExpressions;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Recognition.Guessing;
using GameNight.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace GameNight.Hosting;

/// <summary>Turns what went wrong in the API into problem details (RFC 9457) that name the field; what nobody foresaw is logged and stays a 500.</summary>
public sealed partial class ProblemHandler(IProblemDetailsService writer, ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is the error page's by now.
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>() is not { Path: { } path } || !new PathString(path).StartsWithSegments("/api"))
            return false;
        var problem = Describe(exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        // A contestant that is unavailable has said so in the log, once.
        if (problem.Status >= StatusCodes.Status500InternalServerError && exception is not ContestantUnavailableException)
            LogFailed(path, exception);
        return await writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    /// <summary>Words for what the framework refuses by itself, before a handler is asked.</summary>
    public static string? Explain(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"There is no {context.Request.Path}.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} does not take {context.Request.Method}.",
        StatusCodes.Status413PayloadTooLarge => $"A body has at most {context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize:N0} bytes here.",
        StatusCodes.Status415UnsupportedMediaType => "Send JSON, with the header Content-Type: application/json.",
        _ => null,
    };

    private static ProblemDetails Describe(Exception exception) => exception switch
    {
        InvalidDrawingException e => Invalid(e.Field, e.Message),
        BadHttpRequestException { InnerException: JsonException json } => Invalid(Field(json), Reason(json)),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } e when e.Message.Contains(" body ", StringComparison.Ordinal) => Invalid("body", "A JSON body is needed."),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } e when Parameter().Match(e.Message) is { Success: true } parameter => Invalid(parameter.Groups[1].Value, "This is not the kind of value that belongs here."),
        // The server's words for these are about its insides; Explain has better ones.
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType } e => new ProblemDetails { Status = e.StatusCode },
        BadHttpRequestException e => new ProblemDetails { Status = e.StatusCode, Detail = e.Message },
        BlankDrawingException e => new ProblemDetails { Status = StatusCodes.Status422UnprocessableEntity, Title = "Blank drawing", Detail = e.Message },
        UnknownAlgorithmException e => new ProblemDetails { Status = StatusCodes.Status404NotFound, Detail = e.Message },
        UnknownVersionException e => new ProblemDetails { Status = StatusCodes.Status404NotFound, Detail = e.Message },
        VersionInUseException e => new ProblemDetails { Status = StatusCodes.Status409Conflict, Title = "Version in use", Detail = e.Message },
        ShadowRefusedException e => new ProblemDetails { Status = StatusCodes.Status409Conflict, Title = "Not on shadow", Detail = e.Message },
        InvalidModelException e => new ProblemDetails { Status = StatusCodes.Status422UnprocessableEntity, Title = "The version cannot serve", Detail = e.Message },
        ModelRegistryException => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Title = "Registry unavailable", Detail = "The model registry cannot be read or written at present. Nothing was changed; try again." },
        OrtLibraryMissingException e => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Title = "No model can run", Detail = e.Message },
        ContestantUnavailableException e => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Title = "Algorithm unavailable", Detail = e.Message },
        // Why is for the log: it names places on the server.
        StoreException => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Title = "Store unavailable", Detail = "The drawings cannot be read or written at present. Nothing was saved; try again." },
        InvalidOperationException e when e.Message.Contains("charset", StringComparison.Ordinal) => new ProblemDetails { Status = StatusCodes.Status415UnsupportedMediaType, Detail = "Send JSON in UTF-8." },
        _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError, Detail = "Something broke on our side. It is in the server's log." },
    };

    [LoggerMessage(LogLevel.Error, "{Path} failed")]
    private partial void LogFailed(string path, Exception exception);

    private static HttpValidationProblemDetails Invalid(string field, string message) =>
        new(new Dictionary<string, string[]> { [field] = [message] }) { Status = StatusCodes.Status400BadRequest, Detail = $"{field}: {message}" };

    /// <summary>The framework names a parameter of the address that it cannot read by its type and name: <c>"int limit"</c>.</summary>
    [GeneratedRegex("""parameter "\S+ (\w+)" """, RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    /// <summary><c>$.strokes[0][1]</c> is the caller's <c>strokes[0][1]</c>.</summary>
    private static string Field(JsonException json) => json.Path is { Length: > 2 } path ? path[2..] : "body";

    /// <summary>The reader's own words on broken JSON; on a wrong value it would name .NET's types, which are not the caller's.</summary>
    private static string Reason(JsonException json) => json.Message.Contains("could not be converted", StringComparison.Ordinal)
        ? "This is not the kind of value that belongs here."
        : "This is not JSON: " + json.Message.Split(" Path:")[0];
}
