using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>A pair of algorithms as a page with many pairs shows it.</summary>
/// <param name="Pair">Their answers; the first is the one that alone had more drawings right.</param>
/// <param name="PValue">McNemar's p value, adjusted for all pairs on the page, 0..1.</param>
public sealed record RankedPair(PairStatistics Pair, double PValue)
{
    /// <summary>
    /// Below it a win is called "not luck". Stricter than the customary 0.05, because the sentence leaves no doubt; over a page of pairs with
    /// <see cref="Holm.Adjust">adjusted</see> values, at most one page in a hundred says it wrongly anywhere, looked at once, if the drawings
    /// are independent.
    /// </summary>
    public const double Significance = 0.01;

    /// <summary>Whether the first beats the second, and hardly by luck.</summary>
    public bool IsDecided => PValue < Significance && Pair.OnlyFirst > Pair.OnlySecond;

    /// <summary>The first's share of the drawings that tell the two apart, 0.5..1; 0.5 where there are none.</summary>
    public double Share => Pair.Discordant == 0 ? 0.5 : (double)Pair.OnlyFirst / Pair.Discordant;

    /// <summary><c>0.032</c>, <c>&lt;0.001</c>.</summary>
    public string PWords => PValue < 0.001 ? "<0.001" : FormattableString.Invariant($"{PValue:0.000}");

    /// <summary>The clearest first; of equally clear ones that with the larger lead.</summary>
    public static IReadOnlyList<RankedPair> Rank(IReadOnlyList<PairStatistics> pairs)
    {
        var adjusted = Holm.Adjust([.. pairs.Select(pair => pair.PValue)]);
        return
        [
            .. pairs.Zip(adjusted, (pair, p) => new RankedPair(pair.OnlySecond > pair.OnlyFirst ? pair.Reversed() : pair, p))
                .OrderBy(duel => duel.PValue).ThenBy(duel => duel.Pair.PValue).ThenByDescending(duel => duel.Pair.OnlyFirst - duel.Pair.OnlySecond)
                .ThenBy(duel => duel.Pair.First, StringComparer.Ordinal).ThenBy(duel => duel.Pair.Second, StringComparer.Ordinal),
        ];
    }
}
