using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class HolmTests
{
    private static readonly Arbitrary<double[]> AnyPValues = Gen.ArrayOf(Gen.Choose(0, 1000).Select(p => p / 1000.0)).ToArbitrary();

    // The worked example in the documentation of the R package HDLSSkST, function Holm: at 0.05 it rejects the third and the last.
    [Fact]
    public void Adjust_ThePublishedExample_RejectsAsPublished() =>
        Assert.Equal([false, false, true, false, false, false, true],
            Holm.Adjust([0.50, 0.01, 0.001, 0.69, 0.02, 0.05, 0.0025]).Select(p => p < 0.05));

    /// <summary>By hand: 4 × 0.005, 3 × 0.01, 2 × 0.03, and 1 × 0.04, which may not fall below the one before.</summary>
    [Fact]
    public void Adjust_FourValues_MultipliesByHowManyAreLeft()
    {
        var adjusted = Holm.Adjust([0.01, 0.04, 0.03, 0.005]);
        Assert.Equal([0.03, 0.06, 0.06, 0.02], adjusted.Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Adjust_OneOrNone_ChangesNothing()
    {
        Assert.Equal([0.04], Holm.Adjust([0.04]));
        Assert.Empty(Holm.Adjust([]));
    }

    [Fact]
    public void Adjust_Any_LiesBetweenTheGivenAndBonferronisAndKeepsTheOrder() => Prop.ForAll(AnyPValues, given =>
    {
        var adjusted = Holm.Adjust(given);
        return given.Zip(adjusted).All(pair => pair.First <= pair.Second && pair.Second <= Math.Min(1, given.Length * pair.First) + 1e-12)
            && given.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second).Order().SequenceEqual(
                given.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Adjust_NoPValue_IsRefused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([0.5, p]));
}
