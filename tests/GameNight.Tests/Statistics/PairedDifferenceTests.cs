using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class PairedDifferenceTests
{
    /// <summary>53 wins and 16 losses of 1,600: centre 37/1602, variance (70 − 37²/1602)/1602².</summary>
    [Fact]
    public void OfShares_KnownCounts_IsAsCalculatedByHand()
    {
        var difference = PairedDifference.OfShares(53, 16, 1600);
        var width = 1.959963984540054 * Math.Sqrt(70 - 37.0 * 37 / 1602) / 1602;
        Assert.Equal(37.0 / 1600, difference.Mean, 12);
        Assert.Equal(37.0 / 1602 - width, difference.Low, 12);
        Assert.Equal(37.0 / 1602 + width, difference.High, 12);
    }

    [Fact]
    public void OfShares_Exchanged_IsTheNegative()
    {
        var (one, other) = (PairedDifference.OfShares(9, 2, 80), PairedDifference.OfShares(2, 9, 80));
        Assert.Equal((-one.Mean, -one.High, -one.Low), (other.Mean, other.Low, other.High));
    }

    /// <summary>The interval contains the true difference in about 95 % of the trials, also with few drawings.</summary>
    [Theory]
    [InlineData(40, 0.10, 0.05)]
    [InlineData(200, 0.03, 0.01)]
    [InlineData(1000, 0.02, 0.02)]
    public void OfShares_ManyTrials_ContainsTheTrueDifference(int n, double winRate, double lossRate)
    {
        var random = new Random(5);
        var covered = 0;
        for (var trial = 0; trial < 4000; trial++)
        {
            var (wins, losses) = (0, 0);
            for (var i = 0; i < n; i++)
            {
                var draw = random.NextDouble();
                if (draw < winRate)
                    wins++;
                else if (draw < winRate + lossRate)
                    losses++;
            }

            var interval = PairedDifference.OfShares(wins, losses, n);
            if (interval.Low <= winRate - lossRate && winRate - lossRate <= interval.High)
                covered++;
        }

        Assert.InRange(covered / 4000.0, 0.935, 0.99);
    }

    [Fact]
    public void OfLosses_SmallerLosses_IsPositive()
    {
        var difference = PairedDifference.OfLosses([0.1, 0.2, 0.3, 0.4], [0.2, 0.4, 0.4, 0.6]);
        Assert.Equal(0.15, difference.Mean, 12);
        Assert.True(difference.Low > 0);
    }
}
