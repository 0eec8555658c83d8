using System.Text.Json;
using GameNight.Benchmarks.Recognition;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>What odd requests are made of: right parts, and wrong ones.</summary>
internal static class OddValues
{
    /// <summary>The host's token.</summary>
    public const string Token = "a-token-for-odd-requests";

    private static readonly string Drawing = $$"""{"strokes":{{JsonSerializer.Serialize(SampleInk.Three())}}""";

    public static readonly string[] Methods =
        ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "post"];

    public static readonly string?[] Tokens = [null, null, null, Token, Token, "wrong", ""];

    public static readonly string?[] Accepts =
        [null, null, "text/html", "application/json", "*/*", "image/avif", "nonsense", "text/html;q=x", "", "text/event-stream"];

    public static readonly string?[] Headers =
    [
        null, null, null, "Cookie: game-night-player=CfDJ8x", "Cookie: game-night-host=x; game-night-player=", "Cookie: ;;=; a",
        "Origin: null", "Origin: http://evil.example", "Referer: x", "Sec-Fetch-Site: cross-site",
        "Range: bytes=0-1,5-", "If-None-Match: *",
        "Accept-Encoding: br;q=0, x", "X-Forwarded-For: 1.2.3.4, x", "X-HTTP-Method-Override: DELETE", "Accept-Language: %%",
        "Upgrade: websocket", "If-Modified-Since: yesterday",
    ];

    public static readonly string?[] ContentTypes =
    [
        "application/json; charset=utf-16", "application/json; charset=foo",
        "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
        "image/png", "nonsense", ";", null,
    ];

    /// <summary>What may stand in a path, a query or JSON where something else belongs. Escaped for a path.</summary>
    public static readonly string[] Values =
    [
        "mnist-cnn", "mnist-cnn", "committee", "app-network", "personal", "rookie", "1", "1", "2", "0", "-1", "7", "10", "1.5", "1e9",
        "9223372036854775808", "NaN", "null", "true", "%20", "%00", "%ff", "%c0%af", "%25", "%5C", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..",
        "%F0%9F%98%80", "%0d%0aX: y", "{id}", "me", "host", "ada", "'%20OR%201=1%20--", "%3Cscript%3E", "2026-11-20",
        "2026-11-20T20:15:00Z",
        "0001-01-01", "9999-12-31T23:59:59.9999999-14:00", "00000000-0000-0000-0000-000000000000", "019aa2b6-3f44-7d53-9c0b-8f6f0d1a2b3c",
        "csv", "jsonl", "bandit", "arms", new('9', 80), new('x', 300), "a&a=b", "",
    ];

    public static readonly string[] Queries =
    [
        "at", "after", "limit", "format", "from", "to", "algorithm", "player", "input", "night", "drawn", "taken", "of", "id", "version",
        "token", "key", "v", "chosen", "contest", "returnUrl", "negotiateVersion", "marks", "by", "code",
    ];

    public static readonly string[] Bodies =
    [
        $"{Drawing}}}", $$"""{{Drawing}},"algorithm":"mnist-cnn"}""", $$"""{"drawings":[{{Drawing}}},{}]}""",
        """{"label":7}""", """{"mode":"bandit"}""", """{"mode":"arms","arms":["mnist-cnn"]}""", """{"algorithm":"app-network"}""",
        """{"png":"iVBORw0KGgo="}""", """{"image":[]}""", """{"name":"Ada"}""", "", "null", "[]", "{}", "7", "\"x\"", "{", "]",
        "\0", "\ufeff{}",
        "{\"a\":" + new string('[', 200), "name=Ada&x=%", "<a/>", "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--",
    ];
}
