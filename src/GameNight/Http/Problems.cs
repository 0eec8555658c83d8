using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Http;

/// <summary>The problem details (RFC 9457) that several endpoints answer.</summary>
public static class Problems
{
    /// <summary>400: one part of the request is wrong.</summary>
    /// <param name="field">Such as <c>label</c> or <c>strokes[0]</c>; <c>body</c> for all of it.</param>
    /// <param name="message">What is wrong with it, in a sentence.</param>
    public static ValidationProblem Invalid(string field, string message) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] }, detail: $"{field}: {message}");

    /// <summary>404.</summary>
    /// <param name="what">What there is not, such as "observation 7".</param>
    public static ProblemHttpResult NotFound(string what) =>
        TypedResults.Problem($"There is no {what}.", statusCode: StatusCodes.Status404NotFound);
}
