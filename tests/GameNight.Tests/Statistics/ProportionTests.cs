using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class ProportionTests
{
    // Any number of right answers out of 1 to 100,000.
    private static readonly Arbitrary<Proportion> Any = Gen.Choose(1, 100_000)
        .SelectMany(n => Gen.Choose(0, n).Select(correct => new Proportion(n, correct))).ToArbitrary();

    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998)
    // 857–872, table I, method 3 (score, without continuity correction).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_OfPublishedExamples_IsAsPublished(int correct, int n, double low, double high)
    {
        var proportion = new Proportion(n, correct);
        Assert.Equal(low, proportion.Low!.Value, 4);
        Assert.Equal(high, proportion.High!.Value, 4);
    }

    [Fact]
    public void Describe_Half_NamesShareNumberAndInterval() =>
        Assert.Equal("50.00 % of 1,000 (95 % interval 46.91 % – 53.09 %)", new Proportion(1000, 500).Describe());

    [Fact]
    public void Interval_WithoutAnswers_IsNull()
    {
        var nothing = new Proportion(0, 0);
        Assert.Null(nothing.Accuracy);
        Assert.Null(nothing.Low);
        Assert.Null(nothing.High);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(3, 4)]
    [InlineData(3, -1)]
    public void Proportion_CountOutOfRange_IsRefused(int n, int correct) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(n, correct));

    [Fact]
    public void Interval_OfAny_LiesInZeroToOneAndContainsTheAccuracy() =>
        Prop.ForAll(Any, p => 0 <= p.Low && p.Low <= p.Accuracy && p.Accuracy <= p.High && p.High <= 1).Check();

    [Fact]
    public void Interval_OfTenTimesAsMany_IsNarrower() => Prop.ForAll(Any, p =>
    {
        var more = new Proportion(10 * p.N, 10 * p.Correct);
        return more.High - more.Low < p.High - p.Low;
    }).Check();

    [Fact]
    public void Interval_OfTheWrongAnswers_IsTheMirrorImage() => Prop.ForAll(Any, p =>
    {
        var wrong = new Proportion(p.N, p.N - p.Correct);
        return Math.Abs(wrong.Low!.Value - (1 - p.High!.Value)) < 1e-12;
    }).Check();
}
