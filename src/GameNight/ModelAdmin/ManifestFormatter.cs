using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GameNight.Identity.Access;
using GameNight.Models;
using GameNight.Scoreboard.Charts;
using GameNight.Statistics;

namespace GameNight.ModelAdmin;

/// <summary>What a manifest says, for people.</summary>
public static partial class ManifestFormatter
{
    /// <summary>The material in one line, without what stands in brackets; the rest is in <see cref="Details"/>.</summary>
    public static string TrainedOn(JsonElement? trainedOn) => trainedOn switch
    {
        { ValueKind: JsonValueKind.Object } notes when notes.EnumerateObject().Where(IsMaterial).Select(Material).ToList() is { Count: > 0 } materials => string.Join("; ", materials) + ".",
        { ValueKind: JsonValueKind.Object } => "See its maker’s notes.",
        { ValueKind: JsonValueKind.String } words => words.GetString()!,
        _ => "Its maker does not say.",
    };

    /// <summary>Everything that was noted: what, and its value.</summary>
    public static IReadOnlyList<(string Name, string Value)> Details(JsonElement? trainedOn) =>
        trainedOn is { ValueKind: JsonValueKind.Object } notes ? [.. notes.EnumerateObject().Select(note => (Spaced(note.Name), Value(note.Value)))] : [];

    /// <summary><c>mnist-test</c> is MNIST's test set.</summary>
    public static string Dataset(string dataset) => dataset switch
    {
        "mnist-test" => "MNIST’s test set",
        "development-ink" => "development ink",
        "held-out" => "people it did not learn from",
        "guard" => "made-up drawings",
        _ => dataset.Replace('-', ' '),
    };

    /// <summary><c>99.64 % right</c>.</summary>
    public static string Accuracy(ModelMetric metric) => $"{Percent(metric.Accuracy, metric)} % right";

    /// <summary>How sure that is: <c>n = 10,000, 95 % interval 99.50 to 99.74 %</c>.</summary>
    public static string Certainty(ModelMetric metric)
    {
        if (metric is not { N: > 0, Accuracy: >= 0 and <= 1 })
            return "n is not said";
        var proportion = new Proportion(metric.N, (int)Math.Round(metric.Accuracy * metric.N));
        return $"n = {ScoreFormatter.Count(metric.N)}, 95 % interval {Percent(proportion.Low!.Value, metric)} to {Percent(proportion.High!.Value, metric)} %";
    }

    /// <summary><c>912 kB</c>, <c>2.8 MB</c>.</summary>
    public static string Size(long? bytes) => bytes switch
    {
        null => "no model file",
        < 1_000_000 => $"{Math.Max(1, Math.Round(bytes.Value / 1e3)).ToString(CultureInfo.InvariantCulture)} kB",
        _ => $"{(bytes.Value / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB",
    };

    /// <summary>Whoever moved the pointer: the host, a host's browser, or somebody at the command line.</summary>
    public static string Who(string by) => by == Players.Host ? "the host" : PlayerId().IsMatch(by) ? $"a host (player {by[..6]}…)" : by;

    /// <summary>With as many digits as so many drawings bear.</summary>
    private static string Percent(double share, ModelMetric metric) => (100 * share).ToString(metric.N < 1000 ? "0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>So much of something; <c>"nothing": "the mean of …"</c> is an answer too.</summary>
    private static bool IsMaterial(JsonProperty note) => note.Value.ValueKind switch
    {
        JsonValueKind.String => note.Name == "nothing" || (char.IsAsciiDigit(note.Value.GetString()!.FirstOrDefault()) && note.Name != "validation"),
        JsonValueKind.Number => note.Name is "observations" or "drawings" or "marks" or "images",
        _ => false,
    };

    private static string Material(JsonProperty note) => note switch
    {
        { Value.ValueKind: JsonValueKind.Number } => $"{Value(note.Value)} {note.Name}",
        { Name: "nothing" } => $"nothing: {Plain(note.Value)}",
        _ => Plain(note.Value),
    };

    private static string Plain(JsonElement words) => InBrackets().Replace(words.GetString()!, "").TrimEnd('.');

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(part => $"{Spaced(part.Name)} {Value(part.Value)}")),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Value)),
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary><c>syntheticInk</c> is synthetic ink.</summary>
    private static string Spaced(string name) => Hump().Replace(name, match => " " + match.Value.ToLowerInvariant());

    [GeneratedRegex(@"\s*\([^()]*\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z](?=[a-z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"\A[0-9a-f]{16}\z")]
    private static partial Regex PlayerId();
}
