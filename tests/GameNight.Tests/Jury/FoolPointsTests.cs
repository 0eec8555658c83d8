using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Jury;

public sealed class FoolPointsTests
{
    private static readonly Observation Seven = Of() with
    {
        Task = new DrawingTask(PlayMode.Fool, 7),
        Guesses = [Guess("mnist-cnn", 7), Guess("k-means", 1, 0.3f), Guess("app-xgboost", 9, 0.2f)],
    };

    [Fact]
    public void For_TwoUnsureMachinesFooled_Is200() => Assert.Equal(200, FoolPoints.For(7, Seven.Guesses));

    [Fact]
    public void For_OneOfThemWasSure_Is100More() =>
        Assert.Equal(300, FoolPoints.For(7, [Guess("k-means", 1, 0.1f), Guess("app-xgboost", 9, 0.2f)]));

    [Fact]
    public void For_CommitteeYourOwnAndOneThatKnowsNothing_CountNot() => Assert.Equal(0, FoolPoints.For(7,
    [
        Guess(Contestants.Committee, 1), Guess(Contestants.Personal, 1),
        new Guess(Contestants.Rookie, "1", [.. Enumerable.Repeat(0.1f, 10)]),
    ]));

    [Fact]
    public void Of_UntilTwoAgree_IsOpen()
    {
        Assert.Null(FoolPoints.Of(Seven));
        Assert.Null(FoolPoints.Of(Seven with { Votes = [Vote("Ada", 7)] }));
    }

    [Theory]
    [InlineData(7, 200)]
    [InlineData(1, 0)]
    [InlineData(null, 0)]
    public void Of_TwoAgree_IsWorthSomethingIfTheyReadWhatWasAsked(int? digit, int points) =>
        Assert.Equal(points, FoolPoints.Of(Seven with { Votes = [Vote("Ada", digit), Vote("Ben", digit)] }));

    [Fact]
    public void Of_ADrawingOfAnotherGame_IsRefused() =>
        Assert.Throws<ArgumentException>(() => FoolPoints.Of(Seven with { Task = null }));
}
