using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Queries;

public sealed class ScoreboardReaderTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Read_MoreObservationsThanAPage_CountsAll()
    {
        var plays = Enumerable.Range(0, 1001).Select(i => ScoredObservations.Play(i % 10, Midnight, ("cnn", 3)));
        var store = new MemoryObservationStore(plays);
        var statistics = (await ScoreboardFixture.CountAsync(store)).Statistics;
        Assert.Equal((1001, 1001), (statistics.Observations, statistics.Labelled));
        Assert.Equal((1001, 100), (statistics.Algorithms[0].N, statistics.Algorithms[0].Correct));
    }

    [Fact]
    public async Task Read_FromAndTo_IncludesFromAndExcludesTo()
    {
        var plays = Enumerable.Range(0, 5).Select(i => ScoredObservations.Play(3, Midnight.AddHours(i), ("cnn", 3)));
        var store = new MemoryObservationStore(plays);
        var filter = new Filter(Midnight.AddHours(1).ToOffset(TimeSpan.FromHours(5)), Midnight.AddHours(3));
        Assert.Equal(2, (await ScoreboardFixture.CountAsync(store, filter)).Statistics.Observations);
    }

    [Fact]
    public async Task Read_OneAlgorithm_ListsOnlyItAndCountsAllDrawings()
    {
        var store = new MemoryObservationStore(
            ScoredObservations.Play(3, Midnight, ("cnn", 3), ("k-means", 3)), ScoredObservations.Play(4, Midnight, ("k-means", 4)));
        var statistics = (await ScoreboardFixture.CountAsync(store, new Filter(Algorithm: "cnn"))).Statistics;
        Assert.Equal((2, 2), (statistics.Observations, statistics.Labelled));
        Assert.Equal(("cnn", 1), (Assert.Single(statistics.Algorithms).Algorithm, statistics.Algorithms[0].N));
    }

    [Fact]
    public async Task Read_MoreHoursThanAScreenShows_KeepsTheLast()
    {
        var plays = Enumerable.Range(0, 100)
            .Select(i => ScoredObservations.Play(3, Midnight.AddHours(2 * i), ("cnn", 3), (i < 10 ? "left" : "came", 3)));
        var store = new MemoryObservationStore(plays);
        var perHour = (await ScoreboardFixture.CountAsync(store)).PerHour;
        Assert.Equal(["came", "cnn", "left"], perHour.Select(timeline => timeline.Algorithm));
        Assert.Equal([Scores.Hours, Scores.Hours, 0], perHour.Select(timeline => timeline.Periods.Count));
        Assert.Equal(Midnight.AddHours(198), perHour[1].Periods[^1].Start);
    }

    [Fact]
    public async Task Read_TwoNights_SplitsByHourAndFromNoonToNoon()
    {
        var store = new MemoryObservationStore(
            ScoredObservations.Play(3, Midnight.AddMinutes(-30), ("cnn", 3)),
            ScoredObservations.Play(3, Midnight.AddMinutes(-1), ("cnn", 5)),
            ScoredObservations.Play(3, Midnight, ("cnn", 3)),
            ScoredObservations.Play(null, Midnight, ("cnn", 3)),
            ScoredObservations.Play(3, Midnight.AddHours(11.9), ("cnn", 3)),
            ScoredObservations.Play(3, Midnight.AddHours(12), ("cnn", 3)));
        var scores = await ScoreboardFixture.CountAsync(store);
        Assert.Equal(
            [new PeriodStatistics(Midnight.AddHours(-12), 4, 3), new PeriodStatistics(Midnight.AddHours(12), 1, 1)],
            Assert.Single(scores.PerNight).Periods);
        Assert.Equal(
            [
                new PeriodStatistics(Midnight.AddHours(-1), 2, 1),
                new PeriodStatistics(Midnight, 1, 1),
                new PeriodStatistics(Midnight.AddHours(11), 1, 1),
                new PeriodStatistics(Midnight.AddHours(12), 1, 1),
            ],
            Assert.Single(scores.PerHour).Periods);
    }
}
