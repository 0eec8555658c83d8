using Microsoft.AspNetCore.Http.Metadata;

namespace GameNight.Hosting;

/// <summary>The details of refusals by the framework that come without any: no such path, method, size or content type.</summary>
internal static class StatusProblem
{
    /// <summary>Null for every other status.</summary>
    public static string? Explain(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => $"There is no {context.Request.Path}.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} doesn't take {context.Request.Method}.",
        StatusCodes.Status413PayloadTooLarge => $"A body has at most {MaxBody(context):N0} bytes here.",
        StatusCodes.Status415UnsupportedMediaType => "Send JSON, with the header Content-Type: application/json.",
        _ => null,
    };

    private static long? MaxBody(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
}
