using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace GameNight.Tests.Hosting.Fuzzing;

/// <summary>Calls of the API, right ones with something broken about them, and nonsense.</summary>
internal static class FuzzCalls
{
    private const string Json = "application/json";

    private static readonly byte[] Png = GameNight.Drawing.Rasters.Png.Write(SampleDrawings.Image(SampleDrawings.Seven));

    private static readonly string Image = $"[{string.Join(',', SampleDrawings.Image(SampleDrawings.One).ToNumbers())}]";

    /// <summary>Values and bits of JSON that a mistake, a broken program or an attack puts where something else belongs.</summary>
    private static readonly Gen<string> Scraps = Gen.Elements(
        "null", "true", "false", "0", "-0", "-1", "7", "10", "255", "256", "0.5", "1e5", "1e9", "1.0000001e9", "-1e9", "1e308",
        "-1e308", "1e999", "1e-999", "NaN", "Infinity",
        "2147483648", "9223372036854775808", "123456789012345678901234567890", "01", "+1", ".5", "0x10", "\"\"", "\"7\"",
        "\"NaN\"", "\"null\"", "\"\\u0000\"", "\"\\ud800\"", "\"\ud83d\ude00\"",
        "\"../../etc/passwd\"", "\"' OR 1=1 --\"", "\"2026-11-20\"", "[]", "{}", "[[]]", "[[[]]]", "[null]", "[[null]]",
        "[[[null,1]]]", "[[[1,2,3,4]]]", "[[[1,1],[1,1]]]", "{\"a\":{}}",
        ",", ":", "[", "]", "{", "}", "\"", "\\", " ", "\n", "\u0000", "\ufeff", "//", "/**/", "\ud83d\ude00", "\u202e",
        "\"strokes\":[],", "\"strokes\":null,", "\"image\":[],", "\"png\":\"\",", "\"algorithm\":\"committee\",",
        "\"algorithm\":\"nobody\",", "\"algorithm\":\"surprise\",", "\"input\":\"pen\",", "\"input\":\"picture\",",
        "\"mode\":\"sampling\",", "\"player\":\"ada\",", "\"label\":3,", "\"drawings\":[{}],");

    private static readonly Gen<string> Depths =
        from depth in Gen.Choose(1, 300)
        from pair in Gen.Elements(("[", "]"), ("{\"strokes\":", "}"), ("[{\"drawings\":", "}]"))
        select string.Concat(Enumerable.Repeat(pair.Item1, depth)) + "1" + string.Concat(Enumerable.Repeat(pair.Item2, depth));

    private static readonly Gen<string> Coordinates = Gen.OneOf(
        Gen.Choose(-500, 500).Select(number => $"{number}"),
        Gen.Elements("0", "-0", "1e9", "-1e9", "1e9", "999999999.9999999", "1e-9", "5e-324", "1e-300", "0.1", "1e10", "1e308"));

    private static readonly Gen<string> Points =
        from x in Coordinates
        from y in Coordinates
        from t in Gen.Elements("", "", ",0", ",16", ",-5", ",1e308", ",1.5", ",null")
        select $"[{x},{y}{t}]";

    private static readonly Gen<string> Strokes =
        from strokes in Points.ListOf().Select(points => $"[{string.Join(',', points)}]").ListOf()
        select $"[{string.Join(',', strokes)}]";

    /// <summary>A PNG with some bytes changed: its size, its colours, its compressed data, its length.</summary>
    private static readonly Gen<string> Pngs =
        from changes in Gen.Choose(0, Png.Length - 1).Zip(Gen.Choose(0, 255)).ListOf()
        from large in Gen.Choose(0, 3)
        from length in Gen.Frequency((3, Gen.Constant(Png.Length)), (1, Gen.Choose(0, Png.Length)))
        select Convert.ToBase64String(Change(changes, large)[..length]);

    private static readonly Gen<string> Drawn = Gen.OneOf(
        Gen.Constant($$"""{"strokes":{{SampleDrawings.Seven}}}"""),
        Gen.Constant($$"""{"image":{{Image}}}"""),
        Strokes.Select(strokes => $$"""{"strokes":{{strokes}}}"""),
        Pngs.Select(png => $$"""{"png":"{{png}}"}"""));

    private static readonly Gen<string> Batches = Drawn.ListOf().Select(drawings => $$"""{"drawings":[{{string.Join(',', drawings)}}]}""");
    private static readonly Gen<string> Plays = Drawn.Select(drawing => $$"""{"algorithm":"mnist-cnn",{{drawing[1..]}}""");
    private static readonly Gen<string> Marks = Gen.Constant("""{"label":7}""");

    private static readonly Gen<string> Nonsense = Gen.OneOf(
        Drawn,
        Batches,
        Plays,
        Marks,
        Scraps,
        Depths,
        Scraps.ListOf().Select(scraps => $"[{string.Join(',', scraps)}]"),
        Scraps.ListOf().Select(string.Concat));

    private static readonly Gen<Func<string, string>> Breaks =
        from at in Gen.Choose(0, 10_000)
        from length in Gen.Choose(0, 12)
        from scrap in Scraps
        from kind in Gen.Choose(0, 4)
        select new Func<string, string>(body => Break(body, at, length, scrap, kind));

    private static readonly Gen<string> Ids = Gen.Frequency(
        (6, Gen.Elements("mnist-cnn", "committee")),
        (1, Gen.Elements(
            "nobody", "MNIST-CNN", "a%20b", "%2e%2e%2fmnist-cnn", "%F0%9F%98%80", "%ff", "%c0%af", "-", ".log", "{id}",
            new string('x', 300), "1%0A2", "%25", "%5C")));

    private static readonly Gen<string> Versions = Gen.Elements(
        "1", "2", "999999999999", "-1", "0", "1.0", "%2e%2e", "manifest.json", "v", "%20", "%F0%9F%98%80", new string('9', 80));

    private static readonly Gen<string> Times = Gen.Elements(
        "2026-11-20T20:15:00Z", "2026-11-20", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00%2B14:00",
        "9999-12-31T23:59:59.9999999-14:00", "9999-12-31T23:59:59Z", "0001-01-01", "9999-12-31",
        "2026-02-30", "now", "", "%20", "0", "-1", "1e9", "%F0%9F%98%80", "2026-11-20T20:15:00%2B99:99", "20:15",
        "11%2F20%2F2026", "%ff", new string('1', 200));

    private static readonly Gen<string> Cursors = Gen.Elements(
        "", "0", "1", "7", "-1", "%2B1", "1e3", "0x1", "null", "9223372036854775807", "9223372036854775808", "%20", "%00",
        "%F0%9F%98%80", "%ff", "a&after=b", "2026-11-20", new string('1', 300));

    private static readonly Gen<string> Limits = Gen.Elements(
        "1", "3", "0", "-1", "1001", "2147483648", "1.5", "1e2", "", "%20", "all", "%F0%9F%98%80", "1&limit=2");

    private static readonly Gen<Encoding> Encodings = Gen.Frequency(
        (30, Gen.Constant(Encoding.UTF8)), (1, Gen.Constant(Encoding.Unicode)), (1, Gen.Constant(Encoding.Latin1)));

    private static readonly Gen<string?> OtherTypes = Gen.Elements<string?>(
        "application/json; charset=utf-16", "application/json; charset=foo", "text/plain", "application/xml", "multipart/form-data",
        "image/png", "nonsense", null);

    /// <summary>Mostly wrong: each right one brings all that was recorded.</summary>
    private static readonly Gen<string> Formats = Gen.Elements(
        "csv", "CSV", "", "xml", "json", "jsonl%00", "%20", "csv&format=jsonl", "%F0%9F%98%80", "%ff", "0", new string('x', 300));

    /// <param name="observation">The id of one that exists.</param>
    public static Gen<FuzzCall> For(string observation) =>
        from call in Targets(observation)
        from body in Gen.Frequency((3, call.Body), (1, Nonsense))
        from breaks in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 3))).SelectMany(count => Breaks.ListOf(count))
        let text = breaks.Aggregate(body, (broken, next) => next(broken))
        from encoding in Encodings
        from type in Gen.Frequency((30, Gen.Constant<string?>(Json)), (2, OtherTypes))
        select new FuzzCall(call.Method, call.Path, type, encoding.GetBytes(text));

    /// <summary>Every call of the API but those that begin something lasting, the frequent ones more often.</summary>
    private static Gen<(string Method, string Path, Gen<string> Body)> Targets(string observation) => Gen.Frequency(
        (5, Ids.Select(id => ("POST", $"/api/algorithms/{id}/predictions", Drawn))),
        (4, Ids.Select(id => ("POST", $"/api/algorithms/{id}/predictions/batch", Batches))),
        (3, Gen.Constant(("POST", "/api/observations", Plays))),
        (3, Gen.Elements(observation, observation, Guid.Empty.ToString(), "7", "%7B%7D", "%F0%9F%98%80")
            .Select(id => ("PUT", $"/api/observations/{id}/label", Marks))),
        (1, from id in Ids from version in Versions select ("POST", $"/api/algorithms/{id}/versions/{version}/activate", Nonsense)),
        (1, from id in Ids
            from version in Versions
            from method in Gen.Elements("PUT", "DELETE")
            select (method, $"/api/algorithms/{id}/versions/{version}/shadow", Nonsense)),
        (1, Gen.Elements("GET", "PUT").Select(method => (method, "/api/experiment", Nonsense))),
        (1, from id in Ids from at in Times select ("GET", $"/api/algorithms/{id}/active?at={at}", Nonsense)),
        (1, from after in Cursors from limit in Limits select ("GET", $"/api/observations?after={after}&limit={limit}", Nonsense)),
        (1, Formats.Select(format => ("GET", $"/api/observations/export?format={format}", Nonsense))),
        (1, from start in Times
            from end in Times
            from id in Ids
            select ("GET", $"/api/statistics?from={start}&to={end}&algorithm={id}", Nonsense)),
        (1, from id in Ids
            from call in Gen.Elements("versions", "activations", "predictions", "nothing", "versions/1", "")
            select ("GET", $"/api/algorithms/{id}/{call}", Nonsense)));

    private static string Break(string body, int at, int length, string scrap, int kind)
    {
        at = body.Length == 0 ? 0 : at % body.Length;
        var end = Math.Min(body.Length, at + length);
        return kind switch
        {
            0 => body[..at],
            1 => body[..at] + body[end..],
            2 => body[..at] + scrap + body[at..],
            3 => body[..at] + scrap + body[end..],
            _ => body[..end] + body[at..],
        };
    }

    /// <summary>The eight bytes of width and height come first in a PNG's header, at 16.</summary>
    private static byte[] Change(IEnumerable<(int At, int Value)> changes, int large)
    {
        byte[] png = [.. Png];
        foreach (var (at, value) in changes)
            png[at] = (byte)value;
        if (large > 0)
            png[16 + large] = 0x7f;
        return png;
    }
}
