using GameNight.Training.Personal;

namespace GameNight.Tests.Training.Personal;

public sealed class MissingExamplesTests
{
    private const int Enough = 3;

    private static readonly PersonalExample OddSeven = Drawings.Label(Drawings.At(0, seen: 1), 7);
    private static readonly PersonalExample OddSevenAgain = Drawings.Label(Drawings.At(0.1, seen: 1), 7);
    private static readonly PersonalExample One = Drawings.Label(Drawings.At(1.5, seen: 1), 1);
    private static readonly PersonalExample Seven = Drawings.Label(Drawings.At(1, seen: 7), 7);

    [Fact]
    public void Find_NoExample_IsNothing() => Assert.Null(Find());

    [Fact]
    public void Find_OneOddSeven_IsAnotherOne() => Assert.Equal(new(MissingKind.Repetition, 7, 1, 7), Find(Seven, OddSeven));

    [Fact]
    public void Find_TwoOddSevensWithoutOnes_IsOnesToCompare() =>
        Assert.Equal(new(MissingKind.Comparison, 1, 3, 7), Find(OddSeven, OddSevenAgain));

    [Fact]
    public void Find_TwoOddSevensAndAOne_IsTwoMoreOnes() =>
        Assert.Equal(new(MissingKind.Comparison, 1, 2, 7), Find(One, OddSeven, OddSevenAgain));

    [Fact]
    public void Find_TwoOddSevensAndEnoughOnes_IsAThirdSeven() =>
        Assert.Equal(new(MissingKind.Comparison, 7, 1, 1), Find(One, One, One, OddSeven, OddSevenAgain));

    [Fact]
    public void Find_EnoughOfBoth_IsNothing() => Assert.Null(Find(One, One, One, Seven, OddSeven, OddSevenAgain));

    [Fact]
    public void Find_OrdinarySevenAmongOthers_IsNothing() => Assert.Null(Find(One, Seven));

    [Fact]
    public void Find_OnlySevens_IsAnotherDigit() => Assert.Equal(new(MissingKind.AnotherDigit, 7, 1, 7), Find(Seven, Seven, Seven));

    private static MissingExamples? Find(params PersonalExample[] examples) =>
        MissingExamples.Find(examples, Credibility.Of(examples), Enough);
}
