using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class CalibrationTests
{
    [Fact]
    public void ExpectedError_AlwaysCertainAndRight_IsZero() =>
        Assert.Equal(0, Calibration.ExpectedError([(1, true), (1, true)]));

    [Fact]
    public void ExpectedError_AlwaysCertainAndWrong_IsOne() =>
        Assert.Equal(1, Calibration.ExpectedError([(1, false), (1, false)]));

    /// <summary>
    /// By hand: the sums differ by |1.8 − 1| = 0.8 in the bin of 0.9 and by |1.0 − 1| = 0 in that of 0.5; 0.8 over 4
    /// answers.
    /// </summary>
    [Fact]
    public void ExpectedError_TwoBins_IsTheirWeightedMean() =>
        Assert.Equal(0.2, Calibration.ExpectedError([(0.9, true), (0.9, false), (0.5, true), (0.5, false)]), 12);

    // Documentation of TorchMetrics, MulticlassCalibrationError(num_classes=3, n_bins=3, norm='l1'): four answers whose top
    // probabilities are 0.55 (wrong), 0.55 (wrong), 0.60 (right) and 0.90 (right) give 0.2000, the largest gap is 0.2333.
    [Fact]
    public void Reliability_OfTorchMetricsMulticlassExample_IsAsPublished()
    {
        var bins = Calibration.Reliability([(0.55, false), (0.55, false), (0.60, true), (0.90, true)], 3);
        Assert.Equal(0.2, Calibration.ExpectedError(bins)!.Value, 4);
        Assert.Equal(0.2333, bins.Max(bin => Math.Abs((bin.MeanConfidence - bin.Accuracy) ?? 0)), 4);
    }

    // Documentation of TorchMetrics, BinaryCalibrationError(n_bins=2, norm='l1'): confidences 0.25, 0.25, 0.55, 0.75, 0.75 with
    // outcomes 0, 0, 1, 1, 1 give 0.2900, the largest gap is 0.3167.
    [Fact]
    public void Reliability_OfTorchMetricsBinaryExample_IsAsPublished()
    {
        var bins = Calibration.Reliability([(0.25, false), (0.25, false), (0.55, true), (0.75, true), (0.75, true)], 2);
        Assert.Equal(0.29, Calibration.ExpectedError(bins)!.Value, 4);
        Assert.Equal(0.3167, bins.Max(bin => Math.Abs((bin.MeanConfidence - bin.Accuracy) ?? 0)), 4);
        Assert.Equal([(2, 0), (3, 3)], bins.Select(bin => (bin.N, bin.Correct)));
        Assert.Equal(new Proportion(3, 3).Low, bins[1].Low);
    }

    [Fact]
    public void Reliability_OfFewAnswers_HasAllBinsFromZeroToOne()
    {
        var bins = Calibration.Reliability([(0, false), (0.1, false), (1, true)]);
        Assert.Equal(Calibration.Bins, bins.Count);
        Assert.Equal((0.0, 1.0), (bins[0].From, bins[^1].To));
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal([1, 1, 0], bins.Take(3).Select(bin => bin.N));
        Assert.Equal(1, bins[^1].MeanConfidence);
        Assert.Null(bins[2].MeanConfidence);
        Assert.Null(bins[2].Accuracy);
    }

    [Fact]
    public void ExpectedError_WithoutAnswers_IsNull() => Assert.Null(Calibration.ExpectedError(Calibration.Reliability([])));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void BinOf_OutOfRange_IsRefused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.BinOf(confidence));

    [Fact]
    public void BinOf_RoundedUpBeyondOne_IsTheLastBin() => Assert.Equal(Calibration.Bins - 1, Calibration.BinOf(1.0000001f));
}
