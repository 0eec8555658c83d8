using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Bunit;
using GameNight.Identity.Names;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Transfer;
using GameNight.Pages.Boards;
using GameNight.Tests.Play;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Pages.Boards;

/// <summary>Compares every figure on the scoreboard's pages with the same figure computed from the export by other code.</summary>
public sealed class PageFiguresTests : BunitContext
{
    /// <summary>The figures of a row without a guess: no share, no bounds, n = 0.</summary>
    private static readonly double[] NoScore = [double.NaN, double.NaN, double.NaN, 0];

    private readonly TemporaryFolder _folder = new();
    private readonly ContestantsFixture _contestants = ContestantsFixture.With();

    [Fact]
    public async Task Charts_EveryFigure_IsWhatTheExportSays()
    {
        var store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);
        await RandomPlays.StoreAsync(store, new Random(5), 400);
        var export = await ExportAsync(store);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddGame(_contestants, store);
        var page = Render<ChartsPage>();
        page.WaitForState(() => page.FindAll("section table").Count > 0);
        var lab = Render<LabPage>();
        lab.WaitForState(() => lab.FindAll("section table").Count > 0 && lab.FindAll(".retrain-answer").Count > 0);
        var tonight = Render<TonightPage>();
        tonight.WaitForState(() => tonight.FindAll(".board-row").Count > 0);

        var labelled = export.Where(play => play["label"] is not null).ToList();
        Assert.Equal($"{export.Count} drawings, {labelled.Count} of them answered.", page.Find("[role=status]").TextContent);
        var guesses = labelled.SelectMany(ExportedGuess.AllOf).ToList();
        CheckAccuracyByAlgorithm(page, guesses);
        CheckAccuracyByDigit(page, guesses);
        CheckConfusionMatrix(page, guesses);
        CheckAccuracyOverTime(page, guesses);
        CheckAccuracyOverTime(lab, guesses);
        CheckCalibration(lab, guesses);
        CheckSurprises(lab, export, guesses);
        CheckPairs(Rows(lab, "Head to head"), guesses);
        CheckPeople(Rows(tonight, "People"), export, guesses);
    }

    private static void CheckAccuracyByAlgorithm(IRenderedComponent<IComponent> page, List<ExportedGuess> guesses)
    {
        foreach (var row in Rows(page, "Accuracy by algorithm"))
        {
            var own = guesses.Where(guess => guess.Name == row[0]).ToList();
            Assert.Equal([own.Count(guess => guess.IsRight), own.Count, .. WilsonByHalving.Of(own)], row.Skip(1).Select(Number), Near);
        }
    }

    private static void CheckAccuracyByDigit(IRenderedComponent<IComponent> page, List<ExportedGuess> guesses)
    {
        var names = Header(page, "Accuracy by digit").Skip(1).ToList();
        foreach (var row in Rows(page, "Accuracy by digit"))
        {
            var ofDigit = guesses.Where(guess => guess.Label == Number(row[0])).ToLookup(guess => guess.Name);
            Assert.Equal(names.SelectMany(name => Score([.. ofDigit[name]])), row.Skip(1).Select(Number), Near);
        }
    }

    private static void CheckConfusionMatrix(IRenderedComponent<IComponent> page, List<ExportedGuess> guesses)
    {
        var shown = page.Find("select#confusion-algorithm").GetAttribute("value");
        foreach (var row in Rows(page, "Confusion matrix"))
        {
            var own = guesses.Where(guess => guess.Name == shown && guess.Label == Number(row[0])).ToList();
            var counts = Enumerable.Range(0, 10).Select(digit => (double)own.Count(guess => guess.Digit == digit));
            Assert.Equal([.. counts, own.Count], row.Skip(1).Select(Number), Near);
        }
    }

    private static void CheckAccuracyOverTime(IRenderedComponent<IComponent> page, List<ExportedGuess> guesses)
    {
        var names = Header(page, "Accuracy over time").Skip(1).ToList();
        foreach (var row in Rows(page, "Accuracy over time"))
        {
            var start = DateTime.ParseExact(row[0], ["d MMM yyyy", "d MMM yyyy, HH:mm"], CultureInfo.InvariantCulture);
            var isHour = row[0].Contains(',', StringComparison.Ordinal);
            // A night begins at noon.
            start = isHour ? start : start.AddHours(12);
            var end = start + (isHour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1));
            var ofTime = guesses.Where(guess => guess.Time >= start && guess.Time < end).ToLookup(guess => guess.Name);
            Assert.Equal(names.SelectMany(name => Score([.. ofTime[name]])), row.Skip(1).Select(Number), Near);
        }
    }

    private static void CheckCalibration(IRenderedComponent<IComponent> page, List<ExportedGuess> guesses)
    {
        var shown = page.Find("select#calibration-algorithm").GetAttribute("value");
        var apart = 0.0;
        foreach (var (i, row) in Rows(page, "Calibration").Index())
        {
            var own = guesses.Where(guess => guess.Name == shown && (int)Math.Min(guess.Confidence * 15, 14) == i).ToList();
            var right = own.Count(guess => guess.IsRight);
            double[] expected = own.Count > 0
                ? [own.Average(guess => guess.Confidence), right, own.Count, .. WilsonByHalving.Of(own)]
                : [double.NaN, 0, 0, double.NaN, double.NaN, double.NaN];
            Assert.Equal(expected, row.Skip(1).Select(Number), (one, other) => Near(one, other) || Math.Abs(one - other) < 1e-6);
            apart += Math.Abs(own.Sum(guess => guess.Confidence) - right);
        }

        var error = (100 * apart / guesses.Count(guess => guess.Name == shown)).ToString("0.0", CultureInfo.InvariantCulture);
        var caption = Region(page, "Calibration").QuerySelector("caption")!.TextContent;
        Assert.Contains($" {error} points apart", caption, StringComparison.Ordinal);
    }

    private static void CheckSurprises(IRenderedComponent<IComponent> page, List<JsonNode> export, List<ExportedGuess> guesses)
    {
        foreach (var row in Rows(page, "Surprises compared"))
        {
            var plays = export
                .Where(play => ExportedGuess.Text(play, "chosenBy") == "arm" && ExportedGuess.Text(play, "chosen") == row[0])
                .ToList();
            var judged = guesses.Where(guess => plays.Contains(guess.Play) && guess.Name == row[0]).ToList();
            // The first drawing of a player in a night stands for all of them.
            var firsts = judged.GroupBy(guess => (guess.Player, guess.Night)).Select(night => night.MinBy(guess => guess.Time)!).ToList();
            var firstsRight = firsts.Count(guess => guess.IsRight);
            Assert.Equal(
                [
                    plays.Select(play => ExportedGuess.Text(play, "player")).Distinct().Count(), plays.Count,
                    judged.Count, judged.Count(guess => guess.IsRight),
                    firsts.Count, firstsRight, (firstsRight + 1.0) / (firsts.Count + 2),
                ],
                row.Skip(1).Take(7).Select(Number), Near);
        }
    }

    private static void CheckPairs(List<List<string>> rows, List<ExportedGuess> guesses)
    {
        var right = guesses.GroupBy(guess => guess.Name)
            .ToDictionary(own => own.Key, own => own.ToDictionary(guess => guess.Play, guess => guess.IsRight));
        Assert.Equal(right.Count * (right.Count - 1) / 2, rows.Count);
        var least = 0.0;
        foreach (var (rank, row) in rows.Index())
        {
            var (ofFirst, ofSecond) = (right[row[0]], right[row[1]]);
            var both = ofFirst.Where(guess => ofSecond.ContainsKey(guess.Key)).Select(guess => (guess.Value, ofSecond[guess.Key])).ToList();
            var (first, second) = (both.Count(pair => pair is (true, false)), both.Count(pair => pair is (false, true)));
            // Twice the tail of a fair coin, times the number of pairs that are not rejected yet, and never less than the one before.
            var tail = Enumerable.Range(0, Math.Min(first, second) + 1).Sum(k => (double)Choose(first + second, k));
            var p = Math.Min(1, 2 * tail / Math.Pow(2, first + second));
            least = Math.Max(least, Math.Min(1, p * (rows.Count - rank)));
            Assert.Equal(
                [both.Count(pair => pair is (true, true)), first, second, both.Count(pair => pair is (false, false)), both.Count, least],
                row.Skip(2).Select(Number), Near);
        }
    }

    private static void CheckPeople(List<List<string>> rows, IEnumerable<JsonNode> export, List<ExportedGuess> guesses)
    {
        // The table has the latest night alone.
        var night = guesses.Max(guess => guess.Night);
        var players = guesses.Where(guess => guess.Night == night).ToLookup(guess => GuestName.Of(PlayerHandle.Of(guess.Player)));
        Assert.Equal(players.Count, rows.Count);
        // As many rounds as the better half has, and at least two.
        var finished = players.Select(own => Rounds([.. own.Where(IsShown)]).Count).Where(rounds => rounds > 0).OrderDescending().ToList();
        var compared = finished[Math.Max(1, (finished.Count - 1) / 2)];
        foreach (var row in rows)
        {
            var own = players[row[0]].ToList();
            var chosen = own.Where(guess => guess.Name == ExportedGuess.Text(guess.Play, "chosen")).OrderBy(guess => guess.Time).ToList();
            var streak = string.Concat(chosen.Select(guess => guess.IsRight ? 'r' : ' ')).Split(' ').Max(run => run.Length);
            var shown = own.Where(IsShown).ToList();
            double[] legibility = chosen.Count < 10
                ? [double.NaN, double.NaN, double.NaN]
                : WilsonByHalving.Of(shown.Count(guess => guess.IsRight) / (double)shown.Count, chosen.Count);
            var rounds = Rounds(shown);
            var points = rounds.Count >= compared ? rounds.Take(compared).Sum() : double.NaN;
            Assert.Equal(
                [
                    points, .. rounds.Concat([double.NaN, double.NaN, double.NaN]).Take(3), chosen.Count(guess => guess.IsRight),
                    chosen.Count, streak, double.NaN, .. legibility, ExportedGuess.Unanswered(export, own[0]),
                ],
                row.Skip(1).Select(Number), Near);
        }

        var ranked = rows.Select(row => Number(row[1])).ToList();
        Assert.Equal(ranked.OrderByDescending(points => double.IsNaN(points) ? -1 : points), ranked);
    }

    /// <summary>The points of each full round of ten drawings, at most three rounds; none of the contestants is left out.</summary>
    private static List<double> Rounds(List<ExportedGuess> guesses) =>
    [
        .. guesses.GroupBy(guess => (guess.Play, guess.Time)).OrderBy(play => play.Key.Time)
            .Select(play => Math.Floor(10.0 * play.Count(guess => guess.IsRight) / play.Count() + 0.5))
            .Chunk(10).Where(round => round.Length == 10).Take(3).Select(round => round.Sum()),
    ];

    private static bool IsShown(ExportedGuess guess) => !guess.Name.EndsWith(" on trial", StringComparison.Ordinal);

    private static double[] Score(IReadOnlyCollection<ExportedGuess> guesses) =>
        guesses.Count > 0 ? [.. WilsonByHalving.Of(guesses), guesses.Count] : NoScore;

    private static BigInteger Choose(int n, int k) =>
        Enumerable.Range(1, k).Aggregate(BigInteger.One, (ways, i) => ways * (n - k + i) / i);

    /// <summary>The plays that count, as JSON.</summary>
    private static async Task<List<JsonNode>> ExportAsync(SqliteObservationStore store)
    {
        using var file = new MemoryStream();
        await ObservationExport.WriteAsync(store, ExportFormat.Jsonl, file, progress: null, default);
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonNode.Parse(line)!).Where(play => !(bool)play["excluded"]!)];
    }

    private static List<string> Header(IRenderedComponent<IComponent> page, string region) =>
        [.. Region(page, region).QuerySelectorAll("thead th").Select(cell => cell.GetAttribute("data-value") ?? cell.TextContent.Trim())];

    /// <summary>The rows of a table as its download has them, with a column for each number.</summary>
    private static List<List<string>> Rows(IRenderedComponent<IComponent> page, string region)
    {
        var rows = Region(page, region).QuerySelectorAll("tbody tr").Select(row => row.Children.SelectMany(Values).ToList()).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static string[] Values(IElement cell) =>
        cell.GetAttribute("data-values")?.Split(';') ?? [cell.GetAttribute("data-value") ?? cell.TextContent.Trim()];

    private static IElement Region(IRenderedComponent<IComponent> page, string name) =>
        page.FindAll("section").Single(section => section.QuerySelector("h2")?.TextContent == name);

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static bool Near(double expected, double actual) =>
        (double.IsNaN(expected) && double.IsNaN(actual)) || Math.Abs(expected - actual) < 1e-9;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        _contestants.Dispose();
        _folder.Dispose();
    }
}
