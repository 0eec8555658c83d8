using System.Globalization;
using GameNight.Models;
using GameNight.Scoreboard.Charts;
using GameNight.Statistics;

namespace GameNight.ModelAdmin.Versions;

/// <summary>How often a version is wrong, by what its maker measured.</summary>
public static class MistakesFormatter
{
    /// <summary>What comes closest to people here comes first.</summary>
    private static readonly string[] Best = ["trusted-ink", "held-out", "development-ink", "mnist-test"];

    /// <summary>
    /// <c>1.1 mistakes in 100 practice digits (0.9–1.4, n = 7,494)</c>, with the 95 % interval; short, for a phone. Each set has words
    /// of its own: figures of different sets are not to be compared.
    /// </summary>
    public static string Of(ModelManifest? manifest)
    {
        var measured = manifest?.Metrics.Where(metric => metric is { N: > 0, Accuracy: >= 0 and <= 1 }).ToList() ?? [];
        if (Best.Select(set => measured.Find(metric => metric.Dataset == set)).FirstOrDefault(metric => metric is not null)
            is not { } best)
        {
            return "Not measured";
        }

        var share = new Proportion(best.N, (int)Math.Round(best.Accuracy * best.N));
        var (whose, count) = (Whose(best.Dataset), ScoreFormatter.Count(best.N));
        var interval = $"{Hundredths(1 - share.High!.Value)}–{Hundredths(1 - share.Low!.Value)}";
        if (share.Correct == share.N)
            return $"No mistake in {count} {whose} ({interval} in 100)";
        var mistakes = Hundredths(1 - best.Accuracy) switch
        {
            "0.0" => "Fewer than 0.1 mistakes",
            "1.0" => "1.0 mistake",
            var number => $"{number} mistakes",
        };
        return $"{mistakes} in 100 {whose} ({interval}, n = {count})";
    }

    private static string Hundredths(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Whose(string dataset) => dataset switch
    {
        "held-out" => "digits of people here",
        // Looked at while the models that came with the game were made, so it flatters them.
        "development-ink" => "practice digits",
        "mnist-test" => "test digits",
        _ => "strangers’ digits",
    };
}
