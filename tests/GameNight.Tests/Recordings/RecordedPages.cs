using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GameNight.Tests.Recordings;

/// <summary>Compares pages with what was recorded of them: figures, names and a drawing. Their words may change.</summary>
internal static partial class RecordedPages
{
    private static readonly IEqualityComparer<double> Near =
        EqualityComparer<double>.Create((one, other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one)));

    /// <summary>
    /// Asserts that every region of the scoreboard has the recorded figures, in their order, and the board of people their names.
    /// </summary>
    public static async Task AssertChartsAsync(HttpClient player, JsonNode pages)
    {
        var charts = (string)pages["charts"]!;
        var now = Tables(await player.GetStringAsync(charts.Replace("/charts", "/charts/lab", StringComparison.Ordinal)));
        // The same evening: what was played afterwards is of another one.
        var evening = charts.Split("to=")[1][.."2026-11-20".Length];
        foreach (var path in (string[])[charts, $"/tonight?night={evening}"])
        {
            foreach (var (region, table) in Tables(await player.GetStringAsync(path)))
                now[region] = table;
        }

        Assert.NotEmpty(pages["tables"]!.AsObject());
        foreach (var (region, table) in pages["tables"]!.AsObject())
        {
            Assert.Contains(region, now.Keys);
            var found = now[region];
            string[][] recorded = [.. table!.AsArray().Select(row => row!.AsArray().Select(cell => (string)cell!).ToArray())];
            // Each build has other versions in service, about which there is other advice.
            if (region == "Should we retrain?")
                (recorded, found) = (WithoutVersions(recorded), WithoutVersions(found));
            // What came over the API stays off the people's board since.
            if (region == "People")
            {
                recorded = [.. recorded.Where(row => found.Any(person => person[0] == row[0]))];
                // Players are ranked by points since, which have columns of their own, and no longer by what was recognised. The last
                // column says what they left unanswered.
                var people = found.ToDictionary(row => row[0], row => (string[])[row[0], .. row[5..^1]]);
                found = [.. recorded.Select(row => people[row[0]])];
            }

            Assert.True(recorded.Length == found.Length, $"{region} had {recorded.Length} rows and has {found.Length}");
            foreach (var (before, after) in recorded.Zip(found))
                Assert.True(Figures(before).SequenceEqual(Figures(after), Near), $"{region}: {Text(before)} is now {Text(after)}");
        }
    }

    /// <summary>Asserts that the page of doubtful labels shows a drawing. It was recorded as pixels, and is shown as strokes.</summary>
    public static async Task AssertDoubtAsync(HttpClient host, JsonNode pages)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await host.GetStringAsync("/models/review"));
        Assert.NotNull(pages["doubt"]);
        Assert.NotEmpty(page.QuerySelectorAll(".drawing svg path"));
    }

    /// <summary>The rows of the tables by the headings of their regions, read as the recorder does.</summary>
    private static Dictionary<string, string[][]> Tables(string html) => (
        from region in new HtmlParser().ParseDocument(html).QuerySelectorAll("section")
        where region.QuerySelector("h2") is not null && region.QuerySelector("table") is not null
        select region).ToDictionary(
            region => region.QuerySelector("h2")!.TextContent,
            region => region.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Value).ToArray()).ToArray());

    private static string[][] WithoutVersions(string[][] rows) =>
        [.. rows.Where(row => !row[0].Contains(", version ", StringComparison.Ordinal))];

    private static string Value(IElement cell) =>
        cell.GetAttribute("data-values") ?? cell.GetAttribute("data-value") ?? cell.TextContent.Trim();

    private static IEnumerable<double> Figures(string[] row) =>
        Number().Matches(Text(row)).Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture));

    private static string Text(string[] row) => string.Join(" | ", row);

    [GeneratedRegex(@"\d+(\.\d+)?([eE]-?\d+)?")]
    private static partial Regex Number();
}
