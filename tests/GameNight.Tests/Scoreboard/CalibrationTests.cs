using GameNight.Scoreboard;

namespace GameNight.Tests.Scoreboard;

public sealed class CalibrationTests
{
    [Fact]
    public void ExpectedError_AlwaysSureAndRight_IsZero() =>
        Assert.Equal(0, Calibration.ExpectedError([(1, true), (1, true)]));

    [Fact]
    public void ExpectedError_AlwaysSureAndWrong_IsOne() =>
        Assert.Equal(1, Calibration.ExpectedError([(1, false), (1, false)]));

    /// <summary>By hand: the bin of 0.9 is off by |1.8 − 1| = 0.8, that of 0.5 by |1.0 − 1| = 0; 0.8 over 4 answers.</summary>
    [Fact]
    public void ExpectedError_TwoBins_IsTheirWeightedMean() =>
        Assert.Equal(0.2, Calibration.ExpectedError([(0.9, true), (0.9, false), (0.5, true), (0.5, false)]), 12);
}
