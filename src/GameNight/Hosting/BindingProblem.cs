using System.Globalization;
using System.Reflection;
using System.Text.Json;
using GameNight.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace GameNight.Hosting;

/// <summary>
/// Problem details for a request that the framework cannot bind to a call's parameters. The framework says in English only
/// which parameter it was, so this looks at the request itself.
/// </summary>
internal static class BindingProblem
{
    /// <param name="exception">What the framework threw.</param>
    /// <param name="request">The request that it could not bind.</param>
    /// <param name="endpoint">The call; null where the request met none.</param>
    public static ProblemDetails Describe(BadHttpRequestException exception, HttpRequest request, Endpoint? endpoint) => exception switch
    {
        { InnerException: JsonException json } => InvalidBody(json, endpoint),
        { StatusCode: StatusCodes.Status400BadRequest } when FindUnreadable(request, endpoint) is { } parameter => WrongKind(parameter),
        { StatusCode: StatusCodes.Status400BadRequest } => Problems.Invalid("body", "A JSON body is needed.").ProblemDetails,
        // The framework's words for these are about its insides; StatusProblem has better ones.
        { StatusCode: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType } =>
            new ProblemDetails { Status = exception.StatusCode },
        _ => new ProblemDetails { Status = exception.StatusCode, Detail = exception.Message },
    };

    /// <summary>Names the parameter of the query that cannot be read; null where there is none.</summary>
    public static HttpValidationProblemDetails? DescribeQuery(HttpContext context) =>
        FindUnreadable(context.Request, context.GetEndpoint()) is { } parameter ? WrongKind(parameter) : null;

    /// <summary>The parameter of the query that cannot be read as its type; null where there is none.</summary>
    private static string? FindUnreadable(HttpRequest request, Endpoint? endpoint) =>
        endpoint?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(parameter => parameter.HasTryParse && request.Query.ContainsKey(parameter.Name))
            .FirstOrDefault(parameter => !CanRead(parameter.ParameterInfo.ParameterType, request.Query[parameter.Name].ToString()))?.Name;

    /// <summary>Whether the framework can read the value: it calls the type's own TryParse.</summary>
    private static bool CanRead(Type type, string value) =>
        Array.Find((Nullable.GetUnderlyingType(type) ?? type).GetInterfaces(), IsParsable) is not { GenericTypeArguments: [var parsed] }
        || (bool)typeof(BindingProblem).GetMethod(nameof(CanParse), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(parsed).Invoke(null, [value])!;

    private static bool IsParsable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IParsable<>);

    private static bool CanParse<T>(string value)
        where T : IParsable<T> => T.TryParse(value, CultureInfo.InvariantCulture, out _);

    private static HttpValidationProblemDetails InvalidBody(JsonException json, Endpoint? endpoint)
    {
        // "$.strokes[0][1]" is the caller's "strokes[0][1]". Of a drawing, the path within it is the inner exception's.
        var field = json.Path is { Length: > 2 } path ? path[2..] + (json.InnerException as JsonException)?.Path?[1..] : "body";
        // The reader throws another exception of its own for broken JSON. Only its message is fit for callers; others name .NET types.
        if (json.GetBaseException() is JsonException { Path: null } broken)
            return Problems.Invalid(field, "This isn't JSON: " + broken.Message.Split(" LineNumber:")[0]).ProblemDetails;
        // The framework has no exception of its own for this, and its messages are English in every culture.
        if (json.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return Problems.Invalid(field, "This field is given twice.").ProblemDetails;
        return IsUnknown(field, endpoint) ? Problems.Invalid(field, "There is no such field.").ProblemDetails : WrongKind(field);
    }

    /// <summary>Whether a field at the top of the body is none of those that the call takes.</summary>
    private static bool IsUnknown(string field, Endpoint? endpoint) =>
        field.All(char.IsAsciiLetterOrDigit) && field != "body"
        && endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type
        && type.GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is null;

    private static HttpValidationProblemDetails WrongKind(string field) =>
        Problems.Invalid(field, "That's not the kind of value that belongs here.").ProblemDetails;
}
