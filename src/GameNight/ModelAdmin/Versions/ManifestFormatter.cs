using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GameNight.Identity.Access;
using GameNight.Models;
using GameNight.Scoreboard.Charts;
using GameNight.Statistics;

namespace GameNight.ModelAdmin.Versions;

/// <summary>Words for what a manifest says.</summary>
public static partial class ManifestFormatter
{
    /// <summary>The training data in one line, without notes in brackets; the rest is in <see cref="Details"/>.</summary>
    public static string TrainedOn(JsonElement? trainedOn) => trainedOn switch
    {
        { ValueKind: JsonValueKind.Object } notes
            when notes.EnumerateObject().Where(IsMaterial).Select(Material).ToList() is { Count: > 0 } materials =>
            string.Join("; ", materials) + ".",
        { ValueKind: JsonValueKind.Object } => "See the maker’s notes.",
        { ValueKind: JsonValueKind.String } words => words.GetString()!,
        _ => "Its maker doesn’t say.",
    };

    /// <summary>All notes on the training, each with its name and value.</summary>
    public static IReadOnlyList<(string Name, string Value)> Details(JsonElement? trainedOn) =>
        trainedOn is { ValueKind: JsonValueKind.Object } notes
            ? [.. notes.EnumerateObject().Select(note => (Spaced(note.Name), Value(note.Value)))]
            : [];

    /// <summary>The name of a dataset for people.</summary>
    public static string Dataset(string dataset) => dataset switch
    {
        "mnist-test" => "MNIST’s test set",
        "development-ink" => "development ink",
        "held-out" => "people it didn’t learn from",
        "trusted-ink" => "trusted strangers",
        "guard" => "made-up drawings",
        _ => dataset.Replace('-', ' '),
    };

    /// <summary><c>99.64 % right</c>.</summary>
    public static string Accuracy(ModelMetric metric) => $"{Percent(metric.Accuracy, metric)} % right";

    /// <summary>The sample size and the interval of an accuracy: <c>n = 10,000, 95 % interval 99.50 to 99.74 %</c>.</summary>
    public static string Certainty(ModelMetric metric)
    {
        if (metric is not { N: > 0, Accuracy: >= 0 and <= 1 })
            return "n isn’t given";
        var proportion = new Proportion(metric.N, (int)Math.Round(metric.Accuracy * metric.N));
        var (low, high) = (Percent(proportion.Low!.Value, metric), Percent(proportion.High!.Value, metric));
        return $"n = {ScoreFormatter.Count(metric.N)}, 95 % interval {low} to {high} %";
    }

    /// <summary><c>912 kB</c>, <c>2.8 MB</c>.</summary>
    public static string Size(long? bytes) => bytes switch
    {
        null => "no model file",
        < 1_000_000 => $"{Math.Max(1, Math.Round(bytes.Value / 1e3)).ToString(CultureInfo.InvariantCulture)} kB",
        _ => $"{(bytes.Value / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB",
    };

    /// <summary>Who activated a version: the host, a host's browser, or a user of the command line.</summary>
    public static string Who(string by) => by == Players.Host ? "the host" : PlayerId().IsMatch(by) ? $"a host (player {by[..6]}…)" : by;

    /// <summary>A percentage, with decimals only from 1,000 drawings on.</summary>
    private static string Percent(double share, ModelMetric metric) =>
        (100 * share).ToString(metric.N < 1000 ? "0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>Whether a note says how much data there was: an amount, or <c>"nothing": "the mean of …"</c>.</summary>
    private static bool IsMaterial(JsonProperty note) => note.Value.ValueKind switch
    {
        JsonValueKind.String => note.Name == "nothing"
            || (char.IsAsciiDigit(note.Value.GetString()!.FirstOrDefault()) && note.Name != "validation"),
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

    /// <summary><c>syntheticInk</c> becomes <c>synthetic ink</c>.</summary>
    private static string Spaced(string name) => Hump().Replace(name, match => " " + match.Value.ToLowerInvariant());

    [GeneratedRegex(@"\s*\([^()]*\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z](?=[a-z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"\A[0-9a-f]{16}\z")]
    private static partial Regex PlayerId();
}
