using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Bunit;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using GameNight.Pages;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using GameNight.Tests.Scoreboard;
using GameNight.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Pages;

/// <summary>Every figure on the page, computed once more from the export by other code.</summary>
public sealed class PageFiguresTests : BunitContext
{
    private static readonly string[] Everybody = ["cnn", "k-means", "trees"];
    private static readonly DateTimeOffset Start = new(2026, 11, 19, 18, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    static PageFiguresTests() => DefaultWaitTimeout = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Charts_EveryFigure_IsWhatTheExportSays()
    {
        var store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);
        var random = new Random(5);
        for (var i = 0; i < 400; i++)
            await PlayAsync(store, random, i);
        var export = await ExportAsync(store);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var table = ContestantsFixture.With();
        Services.AddGame(table, store);
        var page = Render<ChartsPage>();
        page.WaitForState(() => page.FindAll("section table").Count > 0 && page.FindAll(".retrain-answer").Count > 0 && page.FindAll(".board-row").Count > 0);

        var marked = export.Where(play => play["label"] is not null).ToList();
        Assert.Equal($"{export.Count} drawings, {marked.Count} of them marked.", page.Find("[role=status]").TextContent);
        var guesses = (
            from play in marked
            from guess in play["guesses"]!.AsArray().Select(guess => (Name: Text(guess!, "algorithm"), Guess: guess!))
                .Concat(play["shadows"]!.AsArray().Select(guess => (Name: $"{Text(guess!, "algorithm")}, version {Text(guess!, "version")} on trial", Guess: guess!)))
            select new Answer(guess.Name, (int)play["label"]!["digit"]!, Likeliest(guess.Guess), guess.Guess["probabilities"]!.AsArray().Max(p => (double)p!), play)).ToList();

        foreach (var row in Rows(page, "Accuracy by algorithm"))
        {
            var own = guesses.Where(guess => guess.Name == row[0]).ToList();
            Assert.Equal([own.Count(guess => guess.IsRight), own.Count, .. Wilson(own)], row.Skip(1).Select(Number), Near);
        }

        foreach (var row in Rows(page, "Accuracy by digit"))
        {
            var names = Header(page, "Accuracy by digit").Skip(1).ToList();
            var expected = names.SelectMany(name => guesses.Where(guess => guess.Name == name && guess.Truth == int.Parse(row[0], CultureInfo.InvariantCulture)).ToList() is var own && own.Count > 0
                ? Wilson(own).Append(own.Count) : [double.NaN, double.NaN, double.NaN, 0]);
            Assert.Equal(expected, row.Skip(1).Select(Number), Near);
        }

        var shown = page.Find("select#confusion-algorithm").GetAttribute("value");
        foreach (var row in Rows(page, "Confusion matrix"))
        {
            var own = guesses.Where(guess => guess.Name == shown && guess.Truth == int.Parse(row[0], CultureInfo.InvariantCulture)).ToList();
            Assert.Equal([.. Enumerable.Range(0, 10).Select(digit => (double)own.Count(guess => guess.Digit == digit)), own.Count], row.Skip(1).Select(Number), Near);
        }

        foreach (var row in Rows(page, "Accuracy over time"))
        {
            var day = DateTime.ParseExact(row[0], ["d MMM yyyy", "d MMM yyyy, HH:mm"], CultureInfo.InvariantCulture);
            var length = row[0].Contains(',', StringComparison.Ordinal) ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
            var expected = Header(page, "Accuracy over time").Skip(1).SelectMany(name => guesses.Where(guess => guess.Name == name && Time(guess.Play) >= day && Time(guess.Play) < day + length).ToList() is { Count: > 0 } own
                ? Wilson(own).Append(own.Count) : [double.NaN, double.NaN, double.NaN, 0]);
            Assert.Equal(expected, row.Skip(1).Select(Number), Near);
        }

        var sure = page.Find("select#calibration-algorithm").GetAttribute("value");
        var apart = 0.0;
        foreach (var (row, i) in Rows(page, "Calibration").Select((row, i) => (row, i)))
        {
            var own = guesses.Where(guess => guess.Name == sure && (int)Math.Min(guess.Confidence * 15, 14) == i).ToList();
            double[] expected = own.Count > 0 ? [own.Average(guess => guess.Confidence), own.Count(guess => guess.IsRight), own.Count, .. Wilson(own)] : [double.NaN, 0, 0, double.NaN, double.NaN, double.NaN];
            Assert.Equal(expected, row.Skip(1).Select(Number), (one, other) => Near(one, other) || Math.Abs(one - other) < 1e-6);
            apart += Math.Abs(own.Sum(guess => guess.Confidence) - own.Count(guess => guess.IsRight));
        }

        var error = (100 * apart / guesses.Count(guess => guess.Name == sure)).ToString("0.0", CultureInfo.InvariantCulture);
        Assert.Contains($" {error} points apart", Region(page, "Calibration").QuerySelector("caption")!.TextContent, StringComparison.Ordinal);

        foreach (var row in Rows(page, "Surprises compared"))
        {
            var plays = export.Where(play => Text(play, "chosenBy") == "arm" && Text(play, "chosen") == row[0]).ToList();
            var judged = guesses.Where(guess => plays.Contains(guess.Play) && guess.Name == row[0]).ToList();
            // A player counts once a night, which begins at noon.
            var players = judged.GroupBy(guess => (Text(guess.Play, "player"), Time(guess.Play).AddHours(-12).Date)).Select(night => night.MinBy(guess => Time(guess.Play))!).ToList();
            Assert.Equal(
                [
                    plays.Select(play => Text(play, "player")).Distinct().Count(), plays.Count, judged.Count, judged.Count(guess => guess.IsRight),
                    players.Count, players.Count(guess => guess.IsRight), (players.Count(guess => guess.IsRight) + 1.0) / (players.Count + 2),
                ],
                row.Skip(1).Take(7).Select(Number), Near);
        }

        CheckPairs(Rows(page, "Head to head"), guesses);
        CheckPeople(Rows(page, "People"), guesses);
    }

    private static void CheckPairs(List<List<string>> rows, List<Answer> guesses)
    {
        var right = guesses.ToLookup(guess => guess.Name).ToDictionary(own => own.Key, own => own.ToDictionary(guess => guess.Play, guess => guess.IsRight));
        Assert.Equal(right.Count * (right.Count - 1) / 2, rows.Count);
        var least = 0.0;
        foreach (var (row, rank) in rows.Select((row, i) => (row, i)))
        {
            var both = right[row[0]].Where(guess => right[row[1]].ContainsKey(guess.Key)).Select(guess => (guess.Value, right[row[1]][guess.Key])).ToList();
            var (first, second) = (both.Count(pair => pair is (true, false)), both.Count(pair => pair is (false, true)));
            // Twice the tail of a fair coin, times how many pairs are not rejected yet, and never less than the one before.
            var tail = Enumerable.Range(0, Math.Min(first, second) + 1).Sum(k => (double)Choose(first + second, k)) / Math.Pow(2, first + second);
            least = Math.Max(least, Math.Min(1, Math.Min(1, 2 * tail) * (rows.Count - rank)));
            Assert.Equal([both.Count(pair => pair is (true, true)), first, second, both.Count(pair => pair is (false, false)), both.Count, least], row.Skip(2).Select(Number), Near);
        }
    }

    private static void CheckPeople(List<List<string>> rows, List<Answer> guesses)
    {
        // The latest night alone, which begins at noon.
        var night = guesses.Max(guess => Time(guess.Play).AddHours(-12).Date);
        var players = guesses.Where(guess => Time(guess.Play).AddHours(-12).Date == night).ToLookup(guess => GuestName.Of(PlayerHandle.Of(Text(guess.Play, "player"))));
        Assert.Equal(players.Count, rows.Count);
        foreach (var row in rows)
        {
            var own = players[row[0]].ToList();
            var chosen = own.Where(guess => guess.Name == Text(guess.Play, "chosen")).OrderBy(guess => Time(guess.Play)).ToList();
            var streak = string.Concat(chosen.Select(guess => guess.IsRight ? 'r' : ' ')).Split(' ').Max(run => run.Length);
            var shown = own.Where(guess => !guess.Name.EndsWith(" on trial", StringComparison.Ordinal)).ToList();
            double[] legible = chosen.Count < 10 ? [double.NaN, double.NaN, double.NaN] : Wilson(shown.Count(guess => guess.IsRight) / (double)shown.Count, chosen.Count);
            Assert.Equal([chosen.Count(guess => guess.IsRight), chosen.Count, streak, double.NaN, .. legible], row.Skip(1).Select(Number), Near);
        }
    }

    private static System.Numerics.BigInteger Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(System.Numerics.BigInteger.One, (ways, i) => ways * (n - k + i) / i);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _folder.Dispose();
    }

    private static async Task PlayAsync(SqliteObservationStore store, Random random, int number)
    {
        var truth = random.Next(10);
        int Say(double skill) => random.NextDouble() < skill ? truth : random.Next(10);
        var play = ScoredObservations.Play(null, Start.AddMinutes(6 * number), Everybody.Select((name, i) => (name, Say(0.9 - 0.1 * i)))) with
        {
            Player = $"player {random.Next(5)}",
            Chosen = Everybody[random.Next(3)],
            ChosenBy = (ChosenBy)random.Next(2),
            Input = (InputKind)random.Next(3),
            Shadows = number > 300 ? [ObservationBuilder.Guess("trees", Say(0.95), 0.2f) with { Version = "2" }] : [],
        };
        await store.AppendAsync(play, default);
        if (random.Next(5) > 0)
            await store.LabelAsync(play.Id, new Label(truth, play.Player, play.Time.AddSeconds(4)), default);
        if (random.Next(10) == 0)
            await store.LabelAsync(play.Id, new Label((truth + 1) % 10, play.Player, play.Time.AddSeconds(9)), default);
        if (random.Next(15) == 0)
            await store.ExcludeAsync(play.Id, true, default);
    }

    /// <summary>The plays that count, as the export has them.</summary>
    private static async Task<List<JsonNode>> ExportAsync(SqliteObservationStore store)
    {
        using var file = new MemoryStream();
        await ObservationExport.WriteAsync(store, ExportFormat.Jsonl, file, progress: null, default);
        return [.. System.Text.Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!).Where(play => !(bool)play["excluded"]!)];
    }

    private static string Text(JsonNode node, string field) => (string)node[field]!;

    private static DateTime Time(JsonNode play) => DateTimeOffset.Parse(Text(play, "time"), CultureInfo.InvariantCulture).UtcDateTime;

    private static int Likeliest(JsonNode guess)
    {
        var probabilities = guess["probabilities"]!.AsArray().Select(p => (double)p!).ToList();
        return probabilities.IndexOf(probabilities.Max());
    }

    /// <summary>Accuracy, and the two rates that are 1.96 of their own standard errors away from it, found by halving.</summary>
    private static double[] Wilson(List<Answer> answers) => Wilson(answers.Count(answer => answer.IsRight) / (double)answers.Count, answers.Count);

    private static double[] Wilson(double share, int n)
    {
        bool IsFar(double rate) => Math.Abs(share - rate) > 1.959963984540054 * Math.Sqrt(rate * (1 - rate) / n);
        double Bound(double outside)
        {
            var inside = share;
            for (var i = 0; i < 100; i++)
            {
                var middle = (inside + outside) / 2;
                if (IsFar(middle))
                    outside = middle;
                else
                    inside = middle;
            }

            return inside;
        }

        return [share, Bound(0), Bound(1)];
    }

    private static List<string> Header(IRenderedComponent<ChartsPage> page, string region) => [.. Region(page, region).QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim())];

    /// <summary>What the download of a table has: a column for each number.</summary>
    private static List<List<string>> Rows(IRenderedComponent<ChartsPage> page, string region)
    {
        List<List<string>> rows =
        [.. Region(page, region).QuerySelectorAll("tbody tr").Select(row => row.Children.SelectMany(cell =>
            cell.GetAttribute("data-values")?.Split(';') ?? [cell.GetAttribute("data-value") ?? cell.TextContent.Trim()]).ToList())];
        Assert.NotEmpty(rows);
        return rows;
    }

    private static IElement Region(IRenderedComponent<ChartsPage> page, string name) =>
        page.FindAll("section").Single(section => section.QuerySelector("h2")?.TextContent == name);

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static bool Near(double expected, double actual) => (double.IsNaN(expected) && double.IsNaN(actual)) || Math.Abs(expected - actual) < 1e-9;

    private sealed record Answer(string Name, int Truth, int Digit, double Confidence, JsonNode Play)
    {
        public bool IsRight => Digit == Truth;
    }
}
