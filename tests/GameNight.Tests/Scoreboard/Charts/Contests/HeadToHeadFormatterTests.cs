using GameNight.Scoreboard.Charts.Contests;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Charts.Contests;

public sealed class HeadToHeadFormatterTests
{
    [Theory]
    [InlineData(900, 412, 38, 50, "The network beats the trees on 412 drawings to 38; this is not luck")]
    [InlineData(900, 38, 1412, 50, "The trees beats the network on 1,412 drawings to 38; this is not luck")]
    [InlineData(900, 12, 9, 50, "The network leads the trees on 12 drawings to 9; this could be luck")]
    [InlineData(900, 0, 1, 50, "The trees leads the network on 1 drawing to 0; this could be luck")]
    [InlineData(900, 7, 7, 50, "The network and the trees are level: each alone was right on 7 drawings")]
    [InlineData(900, 0, 0, 50, "The network and the trees were right on the same drawings, 900 of 950")]
    [InlineData(0, 0, 0, 0, "The network and the trees have not guessed the same marked drawings yet")]
    public void Of_Pair_SaysWhichIsBetterAndWhetherItIsLuck(int bothRight, int onlyFirst, int onlySecond, int bothWrong, string words)
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
        Assert.EndsWith("this is not luck", HeadToHeadFormatter.Of("A", "B", outcome));
        Assert.EndsWith("this could be luck", HeadToHeadFormatter.Of("A", "B", outcome, adjusted));
    }
}
