using System.Text.Json;
using System.Text.RegularExpressions;
using GameNight.Benchmarks.Recognition;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>Makes up requests to given routes, the same for the same seed.</summary>
internal sealed partial class OddRequests
{
    public const string Token = "a-token-for-odd-requests";

    private static readonly string[] Methods =
        ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "post"];

    private static readonly string?[] Tokens = [null, null, null, Token, Token, "wrong", ""];

    private static readonly string?[] Accepts =
        [null, null, "text/html", "application/json", "*/*", "image/avif", "nonsense", "text/html;q=x", "", "text/event-stream"];

    private static readonly string?[] Headers =
    [
        null, null, null, "Cookie: game-night-player=CfDJ8x", "Cookie: game-night-host=x; game-night-player=", "Cookie: ;;=; a", "Origin: null",
        "Origin: http://evil.example", "Referer: x", "Sec-Fetch-Site: cross-site", "Range: bytes=0-1,5-", "If-None-Match: *",
        "Accept-Encoding: br;q=0, x", "X-Forwarded-For: 1.2.3.4, x", "X-HTTP-Method-Override: DELETE", "Accept-Language: %%",
        "Upgrade: websocket", "If-Modified-Since: yesterday",
    ];

    private static readonly string?[] ContentTypes =
    [
        "application/json; charset=utf-16", "application/json; charset=foo",
        "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
        "image/png", "nonsense", ";", null,
    ];

    /// <summary>What may stand in a path, a query or JSON where something else belongs. Escaped for a path.</summary>
    private static readonly string[] Values =
    [
        "mnist-cnn", "mnist-cnn", "committee", "app-network", "personal", "rookie", "1", "1", "2", "0", "-1", "7", "10", "1.5", "1e9",
        "9223372036854775808", "NaN", "null", "true", "%20", "%00", "%ff", "%c0%af", "%25", "%5C", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..",
        "%F0%9F%98%80", "%0d%0aX: y", "{id}", "me", "host", "ada", "'%20OR%201=1%20--", "%3Cscript%3E", "2026-11-20", "2026-11-20T20:15:00Z",
        "0001-01-01", "9999-12-31T23:59:59.9999999-14:00", "00000000-0000-0000-0000-000000000000", "019aa2b6-3f44-7d53-9c0b-8f6f0d1a2b3c",
        "csv", "jsonl", "bandit", "arms", new('9', 80), new('x', 300), "a&a=b", "",
    ];

    private static readonly string[] Queries =
    [
        "at", "after", "limit", "format", "from", "to", "algorithm", "player", "input", "night", "drawn", "taken", "of", "id", "version",
        "token", "key", "v", "chosen", "contest", "returnUrl", "negotiateVersion", "marks", "by", "code",
    ];

    private static readonly string[] Bodies =
    [
        $$"""{"strokes":{{JsonSerializer.Serialize(SampleInk.Three())}}}""",
        $$"""{"algorithm":"mnist-cnn","strokes":{{JsonSerializer.Serialize(SampleInk.Three())}}}""",
        $$"""{"drawings":[{"strokes":{{JsonSerializer.Serialize(SampleInk.Three())}}},{}]}""",
        """{"label":7}""", """{"mode":"bandit"}""", """{"mode":"arms","arms":["mnist-cnn"]}""", """{"algorithm":"app-network"}""",
        """{"png":"iVBORw0KGgo="}""", """{"image":[]}""", """{"name":"Ada"}""", "", "null", "[]", "{}", "7", "\"x\"", "{", "]", "\0", "\ufeff{}",
        "{\"a\":" + new string('[', 200), "name=Ada&x=%", "<a/>", "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--",
    ];

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
        var path = Parameter().Replace(route, _ => Any(Values));
        if (_random.Next(2) == 0)
            path += "?" + string.Join('&', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"{Any(Queries)}={Any(Values)}"));
        var method = _random.Next(4) > 0 ? own : Any(Methods);
        var hasBody = method is not ("GET" or "HEAD" or "TRACE");
        return new OddRequest(
            method, path, Any(Tokens), Any(Accepts), Any(Headers),
            !hasBody ? null : _random.Next(3) > 0 ? "application/json" : Any(ContentTypes), !hasBody ? null : Broken(_random.Next(2) == 0 ? BodyOf(route) : Any(Bodies)));
    }

    /// <summary>One that a call of this route may take.</summary>
    private static string BodyOf(string route) => route.TrimEnd('/') switch
    {
        var call when call.EndsWith("/predictions", StringComparison.Ordinal) => Bodies[0],
        var call when call.EndsWith("/observations", StringComparison.Ordinal) => Bodies[1],
        var call when call.EndsWith("/batch", StringComparison.Ordinal) => Bodies[2],
        var call when call.EndsWith("/label", StringComparison.Ordinal) => Bodies[3],
        var call when call.EndsWith("/experiment", StringComparison.Ordinal) => Bodies[4],
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
            1 => body.Insert(at, Any(Values)),
            _ => body.Remove(at, Math.Min(body.Length - at, _random.Next(12))),
        };
    }

    private T Any<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A parameter of a route, such as <c>{id:guid}</c>.</summary>
    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Parameter();
}
