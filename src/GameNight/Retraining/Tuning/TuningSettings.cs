using System.Text.Json;
using System.Text.Json.Nodes;
using GameNight.Configuration;
using GameNight.Observations.Transfer;
using GameNight.Statistics;

namespace GameNight.Retraining.Tuning;

/// <summary>Writes what a search recommends as settings, with the evidence beside them.</summary>
internal static class TuningSettings
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>The settings, each name with its value: those that were found where they are better, else the current ones.</summary>
    public static IReadOnlyList<(string Name, double Value)> Of(TunableLearner learner, TuningResult result)
    {
        var (section, values) = ($"{SettingsReader.Section}:{learner.Section}", result.IsBetter ? result.Best : learner.Current);
        return [.. learner.Names.Zip(values, (name, value) => ($"{section}:{name}", Math.Round(value, 6)))];
    }

    /// <summary>Writes a file that can be merged into appsettings.json; the game does not read what stands beside its section.</summary>
    public static Task WriteAsync(string path, TunableLearner learner, TuningResult result)
    {
        var root = new JsonObject();
        foreach (var (name, value) in Of(learner, result))
        {
            var parts = name.Split(':');
            var section = root;
            foreach (var part in parts[..^1])
                section = (section[part] ??= new JsonObject()).AsObject();
            section[parts[^1]] = value;
        }

        root["Evidence"] = new JsonObject
        {
            ["algorithm"] = learner.Algorithm,
            ["better"] = result.IsBetter,
            ["tried"] = result.Tried.Count,
            ["seconds"] = Math.Round(result.Seconds),
            ["best"] = JsonSerializer.SerializeToNode(learner.Names.Zip(result.Best).ToDictionary(
                pair => pair.First, pair => Math.Round(pair.Second, 6))),
            ["logLossDifference"] = Interval(result.Loss),
            ["shareRightDifference"] = Interval(result.Right),
        };
        return AtomicFile.WriteAsync(path, stream => JsonSerializer.SerializeAsync(stream, root, Json));
    }

    private static JsonObject? Interval(ClusteredMean? mean) => mean is null ? null : new JsonObject
    {
        ["mean"] = mean.Mean,
        ["low"] = mean.Low,
        ["high"] = mean.High,
        ["drawings"] = mean.N,
        ["players"] = mean.Clusters,
    };
}
