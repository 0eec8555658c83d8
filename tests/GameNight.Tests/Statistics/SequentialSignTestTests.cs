using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class SequentialSignTestTests
{
    [Fact]
    public void LogEvidence_NoOutcomes_IsNone() => Assert.Equal(0, SequentialSignTest.LogEvidence(0, 0), 12);

    /// <summary>By hand: twice the integral of p⁵ over one half to 1, over 1/2⁵.</summary>
    [Fact]
    public void LogEvidence_FiveToNothing_IsTenAndAHalf() =>
        Assert.Equal(Math.Log(10.5), SequentialSignTest.LogEvidence(5, 0), 9);

    /// <summary>Twice the integral of (1 − p) over one half to 1, over one half.</summary>
    [Fact]
    public void LogEvidence_OneLoss_SpeaksAgainst() => Assert.Equal(Math.Log(0.5), SequentialSignTest.LogEvidence(0, 1), 9);

    [Fact]
    public void LogEvidence_ManyLosses_IsHardlyAny() => Assert.True(SequentialSignTest.LogEvidence(0, 2000) < -1000);

    /// <summary>Looking often is harmless: a toss of a fair coin is expected to leave the evidence as it is.</summary>
    [Fact]
    public void Evidence_OfAFairCoin_IsAMartingale()
    {
        for (var wins = 0; wins < 12; wins++)
        {
            for (var losses = 0; losses < 12; losses++)
            {
                var after = (Evidence(wins + 1, losses) + Evidence(wins, losses + 1)) / 2;
                Assert.Equal(1, after / Evidence(wins, losses), 9);
            }
        }

        static double Evidence(int wins, int losses) => Math.Exp(SequentialSignTest.LogEvidence(wins, losses));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void LogEvidence_NegativeCount_Throws(int wins, int losses) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SequentialSignTest.LogEvidence(wins, losses));
}
