using System.Text.RegularExpressions;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>Makes up requests to given routes, the same for the same seed.</summary>
internal sealed partial class OddRequests
{
    private readonly List<(string Path, string Method)> _calls;
    private readonly List<(string Path, string Method)> _others;
    private readonly Random _random;

    /// <param name="routes">Each with a method that it takes.</param>
    /// <param name="seed">Decides on everything that is drawn by lot.</param>
    public OddRequests(IReadOnlyList<(string Path, string Method)> routes, int seed)
    {
        _calls = [.. routes.Where(route => route.Path.StartsWith("/api", StringComparison.Ordinal))];
        _others = [.. routes.Except(_calls)];
        _random = new Random(seed);
    }

    public int Routes => _calls.Count + _others.Count;

    public OddRequest Next()
    {
        var (route, own) = _random.Next(10) switch
        {
            < 6 => Any(_calls),
            < 9 => Any(_others),
            _ => ($"/{Any(["api", "_blazor", "charts", "models", "health", "nothing"])}/{{any}}", "GET"),
        };
        var path = Parameter().Replace(route, _ => Any(OddValues.Values));
        if (_random.Next(2) == 0)
            path += $"?{Query()}";
        var method = _random.Next(4) > 0 ? own : Any(OddValues.Methods);
        var (type, body) = method is "GET" or "HEAD" or "TRACE" ? (null, null) : (
            _random.Next(3) > 0 ? "application/json" : Any(OddValues.ContentTypes),
            Broken(_random.Next(2) == 0 ? BodyOf(route) : Any(OddValues.Bodies)));
        return new OddRequest(method, path, Any(OddValues.Tokens), Any(OddValues.Accepts), Any(OddValues.Headers), type, body);
    }

    private string Query() =>
        string.Join('&', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"{Any(OddValues.Queries)}={Any(OddValues.Values)}"));

    /// <summary>One that a call of this route may take.</summary>
    private static string BodyOf(string route) => route.TrimEnd('/') switch
    {
        var call when call.EndsWith("/predictions", StringComparison.Ordinal) => OddValues.Bodies[0],
        var call when call.EndsWith("/observations", StringComparison.Ordinal) => OddValues.Bodies[1],
        var call when call.EndsWith("/batch", StringComparison.Ordinal) => OddValues.Bodies[2],
        var call when call.EndsWith("/label", StringComparison.Ordinal) => OddValues.Bodies[3],
        var call when call.EndsWith("/experiment", StringComparison.Ordinal) => OddValues.Bodies[4],
        _ => "{}",
    };

    private string Broken(string body)
    {
        if (body.Length == 0 || _random.Next(3) > 0)
            return body;
        var at = _random.Next(body.Length);
        return _random.Next(3) switch
        {
            0 => body[..at],
            1 => body.Insert(at, Any(OddValues.Values)),
            _ => body.Remove(at, Math.Min(body.Length - at, _random.Next(12))),
        };
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A parameter of a route, such as <c>{id:guid}</c>.</summary>
    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Parameter();
}
