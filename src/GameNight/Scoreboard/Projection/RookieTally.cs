using System.Globalization;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Projection;

/// <summary>Keeps the first labelled drawings that each rookie guessed. The rows may be in any order.</summary>
public sealed class RookieTally
{
    /// <summary>The numbers of the last drawings of the steps. What comes after is left out: by then a rookie is none any more.</summary>
    private static readonly int[] Ends = [10, 20, 40, 70, 100, 200, 400, 700, 1000, 2000, 4000];

    /// <summary>The earliest drawings of each rookie, by the version's number in the table; the latest of them comes out first.</summary>
    private readonly Dictionary<int, PriorityQueue<Drawing, long>> _rookies = [];

    /// <summary>Adds a labelled drawing that a rookie has guessed.</summary>
    /// <param name="version">The rookie's number in <see cref="FactTable.Versions"/>.</param>
    /// <param name="time">When it was drawn, in ticks of UTC.</param>
    /// <param name="isCorrect">Whether the rookie read it correctly.</param>
    /// <param name="others">How many others in service guessed it.</param>
    /// <param name="othersCorrect">How many of them read it correctly.</param>
    public void Add(int version, long time, bool isCorrect, int others, int othersCorrect) =>
        Keep(version, new Drawing(time, isCorrect, others, othersCorrect));

    public void Merge(RookieTally other)
    {
        foreach (var (version, drawings) in other._rookies)
        {
            foreach (var (drawing, _) in drawings.UnorderedItems)
                Keep(version, drawing);
        }
    }

    /// <summary>The curve of the newest rookie that has guessed a labelled drawing; null where none has.</summary>
    /// <param name="table">The plays.</param>
    public RookieCurve? ToCurve(FactTable table)
    {
        ScoredVersion[] versions = [.. table.Versions.All];
        var byVersion = _rookies.ToDictionary(rookie => versions[rookie.Key].Version, rookie => rookie.Value);
        if (byVersion.Keys.MaxBy(Number) is not { } newest)
            return null;
        List<Drawing> drawings = [.. byVersion[newest].UnorderedItems.Select(item => item.Element).OrderBy(drawing => drawing.Time)];
        var steps = Ends.Prepend(0).Zip(Ends).Where(step => step.First < drawings.Count)
            .Select(step => ToStep(step.First + 1, drawings[step.First..Math.Min(step.Second, drawings.Count)]));
        return new RookieCurve(newest, [.. steps]);
    }

    private static int Number(string version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static RookieStep ToStep(int first, List<Drawing> drawings) => new(
        first,
        new Proportion(drawings.Count, drawings.Count(drawing => drawing.IsCorrect)),
        new Proportion(drawings.Sum(drawing => drawing.Others), drawings.Sum(drawing => drawing.OthersCorrect)));

    private void Keep(int version, Drawing drawing)
    {
        if (!_rookies.TryGetValue(version, out var drawings))
            _rookies[version] = drawings = new PriorityQueue<Drawing, long>();
        drawings.Enqueue(drawing, -drawing.Time);
        if (drawings.Count > Ends[^1])
            drawings.Dequeue();
    }

    private readonly record struct Drawing(long Time, bool IsCorrect, int Others, int OthersCorrect);
}
