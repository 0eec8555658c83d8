using FsCheck;
using FsCheck.Fluent;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Results;

public sealed class RankedPairTests
{
    private static readonly Arbitrary<PairStatistics[]> AnyPairs = Gen.ArrayOf(
        from both in Gen.Choose(0, 50)
        from first in Gen.Choose(0, 50)
        from second in Gen.Choose(0, 50)
        from none in Gen.Choose(0, 50)
        from name in Gen.Choose(0, 1000)
        select new PairStatistics($"a{name}", $"b{name}", both, first, second, none)).ToArbitrary();

    [Fact]
    public void Rank_SecondIsBetter_ReversesThePair()
    {
        var pair = Assert.Single(RankedPair.Rank([new PairStatistics("cnn", "mlp", 100, 4, 18, 10)]));
        Assert.Equal(new PairStatistics("mlp", "cnn", 100, 18, 4, 10), pair.Pair);
        Assert.Equal(18.0 / 22, pair.Share, 12);
        Assert.Equal(Certainty.Clearly, pair.Certainty);
    }

    /// <summary>18 to 4 is p = 0.0043 alone; adjusted for a second pair on the page it is twice that, and for a third 0.013.</summary>
    [Theory]
    [InlineData(1, "0.004", Certainty.Clearly)]
    [InlineData(2, "0.009", Certainty.Clearly)]
    [InlineData(3, "0.013", Certainty.Probably)]
    [InlineData(30, "0.130", Certainty.TooEarly)]
    public void Rank_AmongOtherPairs_HasAHigherPValue(int pairs, string p, Certainty certainty)
    {
        var level = Enumerable.Range(1, pairs - 1).Select(i => new PairStatistics($"a{i}", $"b{i}", 10, 5, 5, 0));
        var pair = RankedPair.Rank([.. level, new PairStatistics("cnn", "mlp", 100, 18, 4, 10)])[0];
        Assert.Equal((p, certainty), (pair.PValueText, pair.Certainty));
    }

    [Fact]
    public void Rank_AnyPairs_SortsByPValueAndPutsTheBetterFirst() => Prop.ForAll(AnyPairs, pairs =>
    {
        var ranked = RankedPair.Rank(pairs);
        return ranked.Count == pairs.Length
            && ranked.All(pair => pair.Pair.OnlyFirst >= pair.Pair.OnlySecond && pair.Share is >= 0.5 and <= 1)
            && ranked.Zip(ranked.Skip(1)).All(two => two.First.PValue <= two.Second.PValue);
    }).Check();

    [Fact]
    public void Rank_NoDiscordantDrawing_IsEvenAndUndecided()
    {
        var pair = Assert.Single(RankedPair.Rank([new PairStatistics("cnn", "mlp", 3, 0, 0, 1)]));
        Assert.Equal((0.5, Certainty.TooEarly, "1.000"), (pair.Share, pair.Certainty, pair.PValueText));
    }
}
