using GameNight.Scoreboard.Charts.Contests;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Charts.Contests;

public sealed class HeadToHeadFormatterTests
{
    [Theory]
    [InlineData(900, 412, 38, 50, "The network clearly beats the trees, 412 drawings to 38")]
    [InlineData(900, 38, 1412, 50, "The trees clearly beats the network, 1,412 drawings to 38")]
    [InlineData(900, 12, 9, 50, "The network leads the trees, 12 drawings to 9; too early to say which is better")]
    [InlineData(900, 9, 2, 50, "The network probably beats the trees, 9 drawings to 2")]
    [InlineData(900, 0, 1, 50, "The trees leads the network, 1 drawing to 0; too early to say which is better")]
    [InlineData(900, 7, 7, 50, "The network and the trees are level: each alone was right on 7 drawings")]
    [InlineData(900, 0, 0, 50, "The network and the trees were right on the same drawings, 900 of 950")]
    [InlineData(0, 0, 0, 0, "The network and the trees haven’t guessed the same answered drawings yet")]
    public void Of_Pair_SaysWhichIsBetterAndHowSureThatIs(int bothRight, int onlyFirst, int onlySecond, int bothWrong, string words)
    {
        var outcome = new PairedOutcome(bothRight, onlyFirst, onlySecond, bothWrong);
        Assert.Equal(words, HeadToHeadFormatter.Of("the network", "the trees", outcome));
    }

    /// <summary>18 to 4 is p = 0.0043 alone, and 21 times that when adjusted for all pairs of seven algorithms.</summary>
    [Fact]
    public void Of_OnePairAmongMany_IsWordedByTheAdjustedPValue()
    {
        var outcome = new PairedOutcome(100, 18, 4, 10);
        var adjusted = Holm.Adjust([outcome.PValue, .. Enumerable.Repeat(0.5, 20)])[0];
        Assert.StartsWith("A clearly beats", HeadToHeadFormatter.Of("A", "B", outcome), StringComparison.Ordinal);
        Assert.StartsWith("A probably beats", HeadToHeadFormatter.Of("A", "B", outcome, adjusted), StringComparison.Ordinal);
    }

    /// <summary>Twenty to nothing is clear, six to nothing (p = 0.03) is probable, and one to nothing tells nothing.</summary>
    [Theory]
    [InlineData(1, 0, 0, "It’s clear.")]
    [InlineData(0, 1, 0, "It’s probable.")]
    [InlineData(0, 0, 1, "Too early to say.")]
    [InlineData(0, 0, 3, "Too early to say for all 3 pairs.")]
    [InlineData(2, 0, 0, "All 2 pairs are clear.")]
    [InlineData(1, 0, 2, "Of 3 pairs, 1 is clear and for 2 it’s too early to say.")]
    [InlineData(2, 1, 1, "Of 4 pairs, 2 are clear, 1 is probable and for 1 it’s too early to say.")]
    public void Of_Pairs_CountsThemByCertainty(int clear, int probable, int early, string words)
    {
        var pairs = Enumerable.Repeat(30, clear).Concat(Enumerable.Repeat(7, probable)).Concat(Enumerable.Repeat(1, early))
            .Select((won, i) => new PairStatistics($"a{i}", $"b{i}", 10, won, 0, 0));
        Assert.Equal(words, HeadToHeadFormatter.Of(RankedPair.Rank([.. pairs])));
    }
}
