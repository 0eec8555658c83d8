using GameNight.Observations;
using GameNight.Scoreboard;

namespace GameNight.Tests.Scoreboard;

public sealed class ArmsComparisonTests
{
    [Fact]
    public void Of_AClearLead_NamesTheWinnerFirst()
    {
        var comparison = ArmsComparison.Of([Arm("cnn", 400, 300), Arm("k-means", 400, 380), Arm("trees", 400, 310)], ChosenBy.Arm);
        Assert.Equal("k-means", comparison.Winner);
        Assert.Equal("k-means", comparison.Arms[0].Arm.Algorithm);
        Assert.InRange(comparison.Arms[0].IsBest, 0.9999, 1);
        Assert.Equal(1, comparison.Arms.Sum(arm => arm.IsBest), 6);
        Assert.Equal(1, comparison.SampleRatio!.Value, 12);
    }

    [Fact]
    public void Of_NothingMarkedYet_GoesOn()
    {
        var comparison = ArmsComparison.Of([Arm("cnn", 0, 0), Arm("k-means", 0, 0)], ChosenBy.Arm);
        Assert.Null(comparison.Winner);
        Assert.Equal([0.5, 0.5], comparison.Arms.Select(arm => Math.Round(arm.IsBest, 6)));
    }

    [Fact]
    public void Of_BothWaysOfChoosing_AreNotMixed()
    {
        var comparison = ArmsComparison.Of([Arm("cnn", 10, 5), Arm("cnn", 20, 20, ChosenBy.Sampling)], ChosenBy.Sampling);
        Assert.Equal(20, Assert.Single(comparison.Arms).Arm.N);
        Assert.Null(comparison.SampleRatio);
        Assert.Null(comparison.Winner);
    }

    [Fact]
    public void Of_FarTooFewPlayersInOneArm_IsAnAlarm()
    {
        var comparison = ArmsComparison.Of([Arm("cnn", 100, 90, players: 100), Arm("k-means", 50, 45, players: 40)], ChosenBy.Arm);
        Assert.True(comparison.SampleRatio < SampleRatio.Alarm);
    }

    [Fact]
    public void Of_NoSurprises_IsEmpty() => Assert.Empty(ArmsComparison.Of([], ChosenBy.Arm).Arms);

    private static ArmStatistics Arm(string algorithm, int n, int correct, ChosenBy by = ChosenBy.Arm, int players = 20) => new(algorithm, by, players, n, n, correct);
}
