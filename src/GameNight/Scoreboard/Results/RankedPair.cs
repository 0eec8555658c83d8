using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>A pair of series as a page that shows many pairs ranks it.</summary>
/// <param name="Pair">Their answers; the first is the one that alone guessed more drawings right.</param>
/// <param name="PValue">The p value of McNemar's test, adjusted for all pairs on the page, 0..1.</param>
public sealed record RankedPair(PairStatistics Pair, double PValue)
{
    /// <summary>
    /// How sure it is that the first is better. With <see cref="Holm.Adjust">adjusted</see> values, at most one page in a hundred says
    /// "clearly" wrongly of any pair, if it is looked at once and the drawings are independent.
    /// </summary>
    public Certainty Certainty => Pair.OnlyFirst > Pair.OnlySecond ? CertaintyScale.Of(PValue) : Certainty.TooEarly;

    /// <summary>The first's share of the drawings that exactly one of the two guessed right, 0.5..1; 0.5 where there are none.</summary>
    public double Share => Pair.Discordant == 0 ? 0.5 : (double)Pair.OnlyFirst / Pair.Discordant;

    /// <summary><c>0.032</c>, <c>&lt;0.001</c>.</summary>
    public string PValueText => PValue < 0.001 ? "<0.001" : FormattableString.Invariant($"{PValue:0.000}");

    /// <summary>Adjusts the p values and sorts by them, the smallest first; among equal ones, the larger lead first.</summary>
    public static IReadOnlyList<RankedPair> Rank(IReadOnlyList<PairStatistics> pairs)
    {
        var adjusted = Holm.Adjust([.. pairs.Select(pair => pair.PValue)]);
        return
        [
            .. pairs.Zip(adjusted, (pair, p) => new RankedPair(pair.OnlySecond > pair.OnlyFirst ? pair.Reversed() : pair, p))
                .OrderBy(ranked => ranked.PValue)
                .ThenBy(ranked => ranked.Pair.PValue)
                .ThenByDescending(ranked => ranked.Pair.OnlyFirst - ranked.Pair.OnlySecond)
                .ThenBy(ranked => ranked.Pair.First, StringComparer.Ordinal)
                .ThenBy(ranked => ranked.Pair.Second, StringComparer.Ordinal),
        ];
    }
}
