using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>Answers "Are they getting better?" in a sentence, with no more certainty than there is.</summary>
/// <remarks>
/// The earlier and the later drawings are others, by other people. So where one that cannot have changed reads the later ones better or
/// worse, it is the drawings that have changed, and nothing is claimed of those that learn.
/// </remarks>
public static class Trend
{
    /// <param name="timelines">Those that are shown.</param>
    /// <param name="nameOf">The name of a series.</param>
    /// <param name="learns">Whether a series may have changed between its first and last period.</param>
    public static string Of(IReadOnlyList<Timeline> timelines, Func<string, string> nameOf, Func<Timeline, bool> learns)
    {
        var changes = timelines.Where(timeline => timeline.Periods.Count > 1)
            .Select(timeline => Halve(timeline) with { Learns = learns(timeline) }).ToList();
        // The greatest changes first, so that two names stand for the rest.
        var found = changes.Select(change => (change, Certainty: CertaintyScale.Of(change.Later, change.Earlier, changes.Count)))
            .Where(one => one.Certainty != Certainty.TooEarly)
            .OrderByDescending(one => Math.Abs(Gain(one.change))).ToList();
        if (found.Find(one => !one.change.Learns) is { change: { } frozen, Certainty: var how })
        {
            return $"Hard to say: the drawings have {Word(how)} become {(Gain(frozen) > 0 ? "easier" : "harder")} to read. "
                + $"{Capitalise(nameOf(frozen.Series))} hasn’t changed, and made {Numbers(frozen)}.";
        }

        var better = found.Where(one => Gain(one.change) > 0).ToList();
        return (better, found) switch
        {
            ([var (best, certainty), ..], _) => $"{Capitalise(nameOf(best.Series))} is {Word(certainty)} getting better: {Numbers(best)}."
                + (better.Count > 1 ? $" So {(better.Count == 2 ? "is" : "are")} {Enumeration.OfNames(Others(better))}." : ""),
            (_, [var (worst, certainty), ..]) => $"No: {nameOf(worst.Series)} is {Word(certainty)} getting worse, {Numbers(worst)}.",
            _ => "Too early to say: nobody’s mistakes have changed by more than luck explains.",
        };

        List<string> Others(List<(Change Change, Certainty)> ones) => [.. ones.Skip(1).Select(one => nameOf(one.Change.Series))];
    }

    private static double Gain(Change change) => change.Later.Accuracy!.Value - change.Earlier.Accuracy!.Value;

    private static string Word(Certainty certainty) => certainty == Certainty.Clearly ? "clearly" : "probably";

    private static string Numbers(Change change) =>
        $"{ScoreFormatter.MistakeRate(change.Later)} lately, {ScoreFormatter.MistakeRate(change.Earlier)} before";

    /// <summary>Cuts where about half of the answers lie on each side; periods stay whole.</summary>
    private static Change Halve(Timeline timeline)
    {
        var all = timeline.Periods.Sum(period => period.N);
        var (cut, before) = (1, timeline.Periods[0].N);
        while (cut < timeline.Periods.Count - 1 && 2 * (before + timeline.Periods[cut].N) <= all)
            before += timeline.Periods[cut++].N;
        return new Change(timeline.Algorithm, Add(timeline.Periods.Take(cut)), Add(timeline.Periods.Skip(cut)));
    }

    private static Proportion Add(IEnumerable<PeriodStatistics> periods) =>
        periods.Aggregate(new Proportion(0, 0), (sum, one) => new Proportion(sum.N + one.N, sum.Correct + one.Correct));

    private static string Capitalise(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private sealed record Change(string Series, Proportion Earlier, Proportion Later, bool Learns = false);
}
