using FsCheck;
using FsCheck.Fluent;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class ScoreTallyTests
{
    // Plays with any label and any guesses of two contestants; one in eleven has no label.
    private static readonly Arbitrary<Observation[]> AnyPlays = Gen.ArrayOf(
        from truth in Gen.Choose(0, 10)
        from one in Gen.Choose(0, 9)
        from other in Gen.Choose(0, 9)
        select Play(truth == 10 ? null : truth, ("one", one), ("other", other))).ToArbitrary();

    [Fact]
    public void Count_HandMadePlays_IsAsCountedByHand()
    {
        var statistics = Count(
            Play(3, ("cnn", 3), ("k-means", 8)),
            Play(3, ("cnn", 3), ("k-means", 3)),
            Play(8, ("cnn", 3)),
            Play(null, ("cnn", 1), ("k-means", 7)));

        Assert.Equal((4, 3), (statistics.Observations, statistics.Labelled));
        Assert.Equal(["cnn", "k-means"], statistics.Algorithms.Select(algorithm => algorithm.Algorithm));
        var cnn = statistics.Algorithms[0];
        Assert.Equal((3, 2), (cnn.N, cnn.Correct));
        Assert.Equal(2.0 / 3, cnn.Accuracy!.Value, 12);
        Assert.Equal((2, 2), (cnn.Digits[3].N, cnn.Digits[3].Correct));
        Assert.Equal((1, 0), (cnn.Digits[8].N, cnn.Digits[8].Correct));
        Assert.Null(cnn.Digits[0].Accuracy);
        Assert.Equal(2, cnn.Confusion[3][3]);
        Assert.Equal(1, cnn.Confusion[8][3]);
        Assert.Equal(3, cnn.Confusion.Sum(row => row.Sum()));
        Assert.Equal((2, 1), (statistics.Algorithms[1].N, statistics.Algorithms[1].Correct));
    }

    [Theory]
    [InlineData(PlayMode.Fool)]
    [InlineData(PlayMode.Sprint)]
    public void Count_WhatAGameHasSelectedByWhetherItIsRead_IsLeftOut(PlayMode mode)
    {
        var statistics = Count(Play(3, ("cnn", 8)), Play(3, ("cnn", 3)) with { Task = new DrawingTask(mode, 3) });
        Assert.Equal((1, 1, 0), (statistics.Observations, statistics.Labelled, statistics.Algorithms[0].Correct));
    }

    [Fact]
    public void Count_NoPlays_HasNoAlgorithms()
    {
        var nothing = Count();
        Assert.Equal((0, 0), (nothing.Observations, nothing.Labelled));
        Assert.Empty(nothing.Algorithms);
    }

    [Fact]
    public void Count_AnyPlays_AddsUp() => Prop.ForAll(AnyPlays, plays =>
    {
        var statistics = Count(plays);
        return statistics.Observations == plays.Length && statistics.Algorithms.All(algorithm =>
            algorithm.N == statistics.Labelled
            && algorithm.Digits.All(digit => algorithm.Confusion[digit.Digit].Sum() == digit.N)
            && algorithm.Digits.All(digit => algorithm.Confusion[digit.Digit][digit.Digit] == digit.Correct)
            && algorithm.Digits.Sum(digit => digit.N) == algorithm.N
            && algorithm.Digits.Sum(digit => digit.Correct) == algorithm.Correct);
    }).Check();

    [Fact]
    public void Count_RowsInAnyOrder_IsTheSame() => Prop.ForAll(AnyPlays, plays =>
    {
        var shuffled = plays.ToArray();
        new Random(plays.Length).Shuffle(shuffled);
        return Describe(Count(plays)) == Describe(Count(shuffled));
    }).Check();

    private static Observation Play(int? truth, params (string Algorithm, int Digit)[] guesses) =>
        ScoredObservations.Play(truth, ObservationBuilder.Evening, guesses);

    private static OverallStatistics Count(params Observation[] plays) => ScoreboardFixture.Count(plays).Statistics;

    private static string Describe(OverallStatistics statistics) => System.Text.Json.JsonSerializer.Serialize(statistics);
}
