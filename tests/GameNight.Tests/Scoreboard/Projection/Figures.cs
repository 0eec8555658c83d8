using System.Text.Json;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Projection;

/// <summary>The figures of the charts as text, to be compared.</summary>
internal static class Figures
{
    private static readonly Filter[] Filters =
    [
        Filter.All,
        new(Algorithm: "k-means"),
        new(Input: InputKind.Touch),
        new(Player: PlayerHandle.Of("player 2")),
        new(From: ObservationBuilder.Evening.AddHours(5), To: ObservationBuilder.Evening.AddHours(20)),
    ];

    /// <summary>All scores of a projection, with several filters.</summary>
    public static string AllOf(ScoreboardProjection projection) =>
        JsonSerializer.Serialize(Filters.Select(filter => Rounded(ScoreTally.Count(projection.Table, filter, TimeZoneInfo.Utc, default))));

    /// <summary>The overall statistics of a projection.</summary>
    public static string StatisticsOf(ScoreboardProjection projection) =>
        JsonSerializer.Serialize(ScoreTally.Count(projection.Table, Filter.All, TimeZoneInfo.Utc, default).Statistics);

    /// <summary>The overall statistics, counted from the store itself in another way.</summary>
    public static async Task<string> StatisticsOfAsync(IObservationStore store)
    {
        var all = (await store.ReadAsync(null, ObservationPage.MaxLimit, default)).Items
            .GroupBy(DrawingFingerprint.Of)
            .Select(repeats => repeats.OrderBy(play => play.Label is null).ThenBy(play => play.Time).First())
            .Where(play => !play.Excluded).ToList();
        var guesses = all
            .Where(play => play.Label is not null)
            .SelectMany(play => play.Guesses.Select(guess => (guess.Algorithm, Truth: play.Label!.Digit, guess.Digit)))
            .GroupBy(guess => guess.Algorithm, guess => (guess.Truth, guess.Digit))
            .OrderBy(algorithm => algorithm.Key, StringComparer.Ordinal);
        return JsonSerializer.Serialize(new OverallStatistics(
            all.Count,
            all.Count(play => play.Label is not null),
            [.. guesses.Select(algorithm => AlgorithmStatistics.From(algorithm.Key, ConfusionOf(algorithm)))]));
    }

    private static int[][] ConfusionOf(IEnumerable<(int Truth, int Digit)> guesses) =>
    [
        .. Enumerable.Range(0, 10).Select(truth =>
            Enumerable.Range(0, 10).Select(digit => guesses.Count(guess => guess == (truth, digit))).ToArray()),
    ];

    /// <summary>A sum of floating-point numbers depends on their order, in its last digits.</summary>
    private static Scores Rounded(Scores scores) => scores with
    {
        Calibration = [.. scores.Calibration.Select(series => series with { Bins = [.. series.Bins.Select(Rounded)] })],
    };

    private static CalibrationBin Rounded(CalibrationBin bin) => bin with { ConfidenceSum = Math.Round(bin.ConfidenceSum, 9) };
}
