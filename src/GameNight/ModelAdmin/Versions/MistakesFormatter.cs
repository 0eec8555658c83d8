using System.Globalization;
using GameNight.Models;
using GameNight.Scoreboard.Charts;

namespace GameNight.ModelAdmin.Versions;

/// <summary>How often a version is wrong, by what its maker measured.</summary>
public static class MistakesFormatter
{
    /// <summary>What comes closest to people here comes first.</summary>
    private static readonly string[] Best = ["trusted-ink", "development-ink", "held-out", "mnist-test"];

    /// <summary><c>1.1 mistakes in 100 strangers’ digits (n = 7,494)</c>.</summary>
    public static string Of(ModelManifest? manifest)
    {
        var measured = manifest?.Metrics.Where(metric => metric is { N: > 0, Accuracy: >= 0 and <= 1 }).ToList() ?? [];
        if (Best.Select(set => measured.Find(metric => metric.Dataset == set)).FirstOrDefault(metric => metric is not null)
            is not { } best)
        {
            return "Not measured";
        }

        var mistakes = (100 * (1 - best.Accuracy)).ToString("0.0", CultureInfo.InvariantCulture);
        var count = $"n = {ScoreFormatter.Count(best.N)}";
        return $"{mistakes} {(mistakes == "1.0" ? "mistake" : "mistakes")} in 100 {Whose(best.Dataset)} ({count})";
    }

    private static string Whose(string dataset) => dataset switch
    {
        "held-out" => "digits of people here",
        "mnist-test" => "test digits",
        _ => "strangers’ digits",
    };
}
