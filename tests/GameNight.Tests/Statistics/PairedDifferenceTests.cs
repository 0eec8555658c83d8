using GameNight.Drawing.Images;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Tests.Statistics;

public sealed class PairedDifferenceTests
{
    /// <summary>Agresti and Min's interval by hand, for 53 and 16 of 1,600 that only one of two answers: centre 37/1602, variance (70 − 37²/1602)/1602².</summary>
    [Fact]
    public void OfShares_KnownCounts_IsTheIntervalByHand()
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

    /// <summary>The interval holds the true difference about 95 times in a hundred, with few drawings too.</summary>
    [Theory]
    [InlineData(40, 0.10, 0.05)]
    [InlineData(200, 0.03, 0.01)]
    [InlineData(1000, 0.02, 0.02)]
    public void OfShares_DrawnOften_CoversTheTruth(int n, double winRate, double lossRate)
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
    public void OfLosses_SmallerLosses_AreAGain()
    {
        var difference = PairedDifference.OfLosses([0.1, 0.2, 0.3, 0.4], [0.2, 0.4, 0.4, 0.6]);
        Assert.Equal(0.15, difference.Mean, 12);
        Assert.True(difference.Low > 0);
    }
}

public sealed class PlayerSplitTests
{
    [Fact]
    public void Split_ManyPlayers_HoldsOutAboutAQuarterOfThem()
    {
        var (learned, heldOut) = PlayerSplit.Split([.. Enumerable.Range(0, 2000).Select(i => Lesson($"player {i % 400}"))]);
        Assert.Equal(2000, learned.Count + heldOut.Count);
        Assert.InRange(heldOut.Select(lesson => lesson.Player).Distinct().Count(), 70, 130);
        Assert.Empty(learned.Select(lesson => lesson.Player).Intersect(heldOut.Select(lesson => lesson.Player)));
    }

    [Fact]
    public void Split_MorePlayersCome_NobodyChangesSides()
    {
        var few = PlayerSplit.Split([.. Enumerable.Range(0, 50).Select(i => Lesson($"player {i}"))]);
        var many = PlayerSplit.Split([.. Enumerable.Range(0, 500).Select(i => Lesson($"player {i}"))]);
        Assert.Subset(many.HeldOut.Select(lesson => lesson.Player).ToHashSet(), few.HeldOut.Select(lesson => lesson.Player).ToHashSet());
        Assert.Subset(many.Learned.Select(lesson => lesson.Player).ToHashSet(), few.Learned.Select(lesson => lesson.Player).ToHashSet());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Split_FewPlayers_LeavesNoSideEmpty(int players)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var (learned, heldOut) = PlayerSplit.Split([.. Enumerable.Range(0, players).Select(i => Lesson($"{seed}/{i}"))]);
            Assert.NotEmpty(learned);
            Assert.NotEmpty(heldOut);
        }
    }

    [Fact]
    public void Split_OnePlayer_LeavesOneSideEmpty()
    {
        var (learned, heldOut) = PlayerSplit.Split([Lesson("ann"), Lesson("ann")]);
        Assert.Equal(0, Math.Min(learned.Count, heldOut.Count));
    }

    [Fact]
    public void Cap_OneWhoNeverStops_WeighsAtMostAFifth()
    {
        List<TrainingExample> lessons = [.. Enumerable.Range(0, 900).Select(_ => Lesson("tireless")), .. Enumerable.Range(0, 300).Select(i => Lesson($"player {i % 10}"))];
        var capped = RetrainingPipeline.Cap(lessons);
        Assert.Equal(240, capped.Count(lesson => lesson.Player == "tireless"));
        Assert.Equal(300, capped.Count(lesson => lesson.Player != "tireless"));
    }

    private static TrainingExample Lesson(string player) => new(Guid.NewGuid(), player, null, new DigitImage(new byte[784]), 0);
}
