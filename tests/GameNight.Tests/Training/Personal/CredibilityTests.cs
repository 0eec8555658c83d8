using GameNight.Training.Personal;

namespace GameNight.Tests.Training.Personal;

public sealed class CredibilityTests
{
    [Fact]
    public void Of_LabelsThatTheNetworkFindsLikely_AreBelieved() =>
        Assert.Equal([1.0, 1.0], Credibility.Of([Drawings.Label(Drawings.At(0, seen: 3), 3), Drawings.Label(Drawings.At(1, seen: 4), 4)]));

    [Fact]
    public void Of_OneContradictingLabel_IsDoubted() =>
        Assert.InRange(Credibility.Of([Drawings.Label(Drawings.At(0, seen: 3), 8)])[0], 0, Credibility.Believed - 0.01);

    [Fact]
    public void Of_TwoSimilarContradictingLabels_AreBelieved() =>
        Assert.All(
            Credibility.Of([Drawings.Label(Drawings.At(0, seen: 3), 8), Drawings.Label(Drawings.At(0.1, seen: 3), 8)]),
            belief => Assert.InRange(belief, 0.9, 1));

    [Fact]
    public void Of_ContradictingLabelBesideAnOrdinaryOne_IsDoubted()
    {
        var beliefs = Credibility.Of([Drawings.Label(Drawings.At(0, seen: 3), 8), Drawings.Label(Drawings.At(0.1, seen: 3), 3)]);
        Assert.InRange(beliefs[0], 0, 0.1);
        Assert.Equal(1, beliefs[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_AnyLabels_AreFromZeroToOneAndDoNotDependOnTheOrder(int seed)
    {
        var random = new Random(seed);
        var examples = Enumerable.Range(0, 30)
            .Select(_ => Drawings.Label(Drawings.At(random.NextDouble() * Math.PI / 2, seen: random.Next(10)), random.Next(10))).ToList();
        var beliefs = Credibility.Of(examples);
        Assert.All(beliefs, belief => Assert.InRange(belief, 0, 1));
        Assert.Equal(beliefs.Reverse(), Credibility.Of([.. examples.AsEnumerable().Reverse()]));
    }
}
