using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class HolmTests
{
    private static readonly Arbitrary<double[]> AnyPValues = Gen.ArrayOf(Gen.Choose(0, 1000).Select(p => p / 1000.0)).ToArbitrary();

    // The worked example of the function Holm in the documentation of the R package HDLSSkST, which rejects the third and the last
    // hypothesis at 0.05.
    [Fact]
    public void Adjust_PublishedExample_RejectsAsPublished() =>
        Assert.Equal([false, false, true, false, false, false, true],
            Holm.Adjust([0.50, 0.01, 0.001, 0.69, 0.02, 0.05, 0.0025]).Select(p => p < 0.05));

    /// <summary>By hand: 4 × 0.005, 3 × 0.01, 2 × 0.03, and 1 × 0.04, which is raised to the value before it.</summary>
    [Fact]
    public void Adjust_FourValues_IsAsCalculatedByHand()
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
    public void Adjust_AnyValues_AreAtMostBonferronisAndKeepTheOrder() => Prop.ForAll(AnyPValues, given =>
    {
        var adjusted = Holm.Adjust(given);
        var pairs = given.Zip(adjusted, (p, q) => (Given: p, Adjusted: q)).OrderBy(pair => pair.Given).ToList();
        return pairs.All(pair => pair.Given <= pair.Adjusted && pair.Adjusted <= Math.Min(1, given.Length * pair.Given) + 1e-12)
            && pairs.Select(pair => pair.Adjusted).Order().SequenceEqual(pairs.Select(pair => pair.Adjusted));
    }).Check();

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Adjust_OutOfRange_IsRefused(double p) => Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([0.5, p]));
}
