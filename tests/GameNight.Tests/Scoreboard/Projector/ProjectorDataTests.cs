using GameNight.Observations.Store;
using GameNight.Scoreboard.Projector;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Projector;

public sealed class ProjectorDataTests
{
    private static readonly Leaderboard Board = new([new PlayerScore("3f2a9c24", 3, 2, 2, null, 6, 5)]);

    [Fact]
    public void After_AllScenesHaveSomethingToShow_GoesRound()
    {
        var scores = ScoreboardFixture.Count([Play(0, ("cnn", 3), ("k-means", 8)), Play(2, ("cnn", 3), ("k-means", 3))]);
        var data = new ProjectorData(scores, Board, Play(2, ("cnn", 3)));
        Assert.Equal(
            [Scene.HeadToHead, Scene.People, Scene.Mistake, Scene.OverTime, Scene.Latest, Scene.Accuracy],
            Enum.GetValues<Scene>().Select(data.After));
    }

    [Fact]
    public void After_ScenesWithNothingToShow_AreSkipped()
    {
        // One contestant that was always right, in one hour: no pair, no mistake, no line.
        var data = new ProjectorData(ScoreboardFixture.Count([Play(0, ("cnn", 3))]), Board);
        Assert.Equal((Scene.People, Scene.Accuracy), (data.After(Scene.Accuracy), data.After(Scene.People)));
    }

    [Fact]
    public void After_NothingToShow_StaysWithTheScene() =>
        Assert.Equal(Scene.Mistake, new ProjectorData(ScoreboardFixture.Count(), null).After(Scene.Mistake));

    [Fact]
    public void Mistake_EquallyFrequentOnes_IsThatOfTheRarerDigit()
    {
        var data = new ProjectorData(ScoreboardFixture.Count(
        [
            Play(0, ("cnn", 3), ("k-means", 8)), Play(1, ("cnn", 3), ("k-means", 8)), Play(2, ("cnn", 5), ("k-means", 3)),
            ScoredObservations.Play(7, ObservationBuilder.Evening, ("cnn", 1), ("k-means", 7)),
            ScoredObservations.Play(7, ObservationBuilder.Evening, ("cnn", 1), ("k-means", 7)),
        ]), null);
        Assert.Equal(new Mistake("cnn", 7, 1, 2, 2), data.Mistake);
    }

    [Fact]
    public void Learns_AContestant_WhereItLearnsAllTheTimeOrHadAnotherVersionMeanwhile()
    {
        var second = Play(2, ("cnn", 3), ("trees", 3), ("rookie", 3));
        second = second with
        {
            Guesses = [.. second.Guesses.Select(guess => guess.Algorithm == "trees" ? guess with { Version = "2" } : guess)],
        };
        var data = new ProjectorData(ScoreboardFixture.Count([Play(0, ("cnn", 3), ("trees", 3), ("rookie", 8)), second]), Board);
        Assert.Equal(
            ["rookie", "trees"], data.Timelines.Where(data.Learns).Select(timeline => timeline.Algorithm).Order(StringComparer.Ordinal));
    }

    private static Observation Play(int hour, params (string, int)[] guesses) =>
        ScoredObservations.Play(3, ObservationBuilder.Evening.AddHours(hour), guesses);
}
