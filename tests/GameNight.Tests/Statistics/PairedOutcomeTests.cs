using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class PairedOutcomeTests
{
    private static readonly Arbitrary<PairedOutcome> Any = (
        from bothRight in Gen.Choose(0, 1000)
        from onlyFirst in Gen.Choose(0, 1000)
        from onlySecond in Gen.Choose(0, 1000)
        from bothWrong in Gen.Choose(0, 1000)
        select new PairedOutcome(bothRight, onlyFirst, onlySecond, bothWrong)).ToArbitrary();

    // M. P. Fay, "Exact McNemar's test and matching confidence intervals", vignette of the R package exact2x2: the table
    // (21, 9, 2, 12), for which mcnemar.exact prints p-value = 0.06543.
    [Fact]
    public void PValue_OfFaysExample_IsAsPublished() =>
        Assert.Equal(0.06543, new PairedOutcome(21, 9, 2, 12).PValue, 5);

    // A. Agresti, "Categorical data analysis" (1990), p. 350: approval of the president's performance in two surveys. The
    // published test is the approximate one, chi-square = (150 − 86)² / 236 = 17.356, p = 3.099e-5; the exact one agrees with it.
    [Fact]
    public void PValue_OfAgrestisApprovalRatings_IsCloseToThePublishedApproximation()
    {
        var ratings = new PairedOutcome(794, 150, 86, 570);
        Assert.Equal(1600, ratings.N);
        Assert.InRange(ratings.PValue, 3.099e-5, 1.25 * 3.099e-5);
    }

    // The definition in whole numbers: 2 · Σ C(n, i) / 2ⁿ over the smaller tail.
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0, 5, 2.0 / 32)]
    [InlineData(1, 5, 14.0 / 64)]
    [InlineData(4, 6, 772.0 / 1024)]
    [InlineData(7, 7, 1)]
    public void PValue_OfFewDrawings_IsAsCalculatedByHand(int first, int second, double p) =>
        Assert.Equal(p, new PairedOutcome(0, first, second, 0).PValue, 12);

    // With 2,000,000 drawings the normal approximation with continuity correction has four correct digits: z = 1999.5 / √500000.
    [Fact]
    public void PValue_OfVeryManyDrawings_IsTheNormalLimit() =>
        Assert.Equal(0.004688, new PairedOutcome(0, 998_000, 1_002_000, 0).PValue, 5);

    [Fact]
    public void PValue_OfAClearDifference_IsTinyButNotZero() =>
        Assert.InRange(new PairedOutcome(3000, 412, 38, 50).PValue, 1e-82, 1e-79);

    [Fact]
    public void PValue_WithoutDiscordantDrawings_IsOne() => Assert.Equal(1, new PairedOutcome(10, 0, 0, 5).PValue);

    [Fact]
    public void PValue_OfAnyOutcome_IsAProbabilityAndTheSameReversed() => Prop.ForAll(Any, outcome =>
        outcome.PValue is >= 0 and <= 1 && Math.Abs(outcome.PValue - outcome.Reversed().PValue) < 1e-12).Check();

    [Fact]
    public void PValue_OneMoreWinOfTheBetterOne_DoesNotRise() => Prop.ForAll(Any, outcome => outcome.OnlyFirst <= outcome.OnlySecond
        || new PairedOutcome(0, outcome.OnlyFirst + 1, outcome.OnlySecond, 0).PValue <= outcome.PValue).Check();

    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, -1, 0, 0)]
    [InlineData(0, 0, -1, 0)]
    [InlineData(0, 0, 0, -1)]
    public void PairedOutcome_NegativeCount_IsRefused(int bothRight, int onlyFirst, int onlySecond, int bothWrong) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PairedOutcome(bothRight, onlyFirst, onlySecond, bothWrong));
}
