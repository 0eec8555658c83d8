namespace GameNight.Http;

/// <summary>
/// Where the calls of programs are: below <c>/api/</c>, and the metrics. The path <c>/api</c> itself is the page that describes them.
/// </summary>
public static class ApiPath
{
    public const string Root = "/api";

    public const string Metrics = "/metrics";

    /// <summary>Whether a request is a call of the API, be there such a call or not.</summary>
    public static bool IsCall(PathString path) =>
        (path.Value is { Length: > 5 } text && text.StartsWith($"{Root}/", StringComparison.OrdinalIgnoreCase)) || path == Metrics;
}
