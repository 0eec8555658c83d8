using Microsoft.AspNetCore.Http.Metadata;

namespace GameNight.Hosting;

/// <summary>The details of refusals by the framework that come without any: no such path, method, size or content type.</summary>
internal static class StatusProblem
{
    /// <summary>Adds what is known to a refusal that has no details yet.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Detail ??= Explain(context.HttpContext);
        // Of a parameter that may be missing, the framework's calls say nothing but the status where it cannot be read.
        if (problem is not { Status: StatusCodes.Status400BadRequest, Detail: null } or HttpValidationProblemDetails
            || BindingProblem.DescribeQuery(context.HttpContext) is not { } wrong)
        {
            return;
        }

        (problem.Title, problem.Detail) = (wrong.Title, wrong.Detail);
        problem.Extensions["errors"] = wrong.Errors;
    }

    /// <summary>Null for every other status.</summary>
    private static string? Explain(HttpContext context) => context.Response.StatusCode switch
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
