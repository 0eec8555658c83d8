using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts.Contests;

/// <summary>Compares every two series on the drawings that both guessed, by McNemar's exact test.</summary>
public sealed partial class HeadToHead(Contestants contestants)
{
    /// <summary>How many pairs are visible at once. The others unfold with a click.</summary>
    private const int Shown = 6;

    [Parameter, EditorRequired]
    public IReadOnlyList<RankedPair> Pairs { get; set; } = [];

    private string Lead => Pairs.Count > 0
        ? $"{HeadToHeadFormatter.Of(Pairs)} We put two contestants on the same drawings, and count those that only one of them read."
        : "Once two contestants have guessed the same answered drawings, they meet here.";

    private string Caption =>
        "How often both, one or none of two contestants was right on the same drawings; p is that of McNemar’s exact test, "
        + $"adjusted after Holm for {(Pairs.Count == 1 ? "the one pair" : $"all {Pairs.Count} pairs")}. "
        + $"Below {CertaintyScale.Clear:0.00} we say clearly, below {CertaintyScale.Probable:0.0} probably. "
        + "That is for one look, and takes each drawing by itself, whoever drew it";

    private static IReadOnlyList<int> Counts(PairStatistics pair) =>
        [pair.BothRight, pair.OnlyFirst, pair.OnlySecond, pair.BothWrong, pair.N];

    private string Words(RankedPair pair) =>
        HeadToHeadFormatter.Of(contestants.NameOf(pair.Pair.First), contestants.NameOf(pair.Pair.Second), pair.Pair, pair.PValue);
}
