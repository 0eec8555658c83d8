using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class RookieTallyTests
{
    private static readonly LabelCode Unlabelled = new(10);

    [Fact]
    public void Count_RookieThatLearns_HasItsFirstDrawingsFirst()
    {
        // The rows are in the reverse order of their times: the rookie misreads the first 12 drawings and reads the others.
        var table = new FactTable();
        foreach (var i in Enumerable.Range(0, 30).Reverse())
            table.Append(Play(i, rookie: i < 12 ? 3 : 7, version: "1"));
        var curve = Count(table)!;
        Assert.Equal("1", curve.Version);
        Assert.Equal(
            [
                new RookieStep(1, new Proportion(10, 0), new Proportion(20, 10)),
                new RookieStep(11, new Proportion(10, 8), new Proportion(20, 10)),
                new RookieStep(21, new Proportion(10, 10), new Proportion(20, 10)),
            ],
            curve.Steps);
        Assert.Equal(30, curve.Steps[^1].Last);
    }

    [Fact]
    public void Count_NewRookie_IsTheOneThatCounts()
    {
        var table = new FactTable();
        for (var i = 0; i < 12; i++)
            table.Append(Play(i, rookie: 7, version: "9"));
        table.Append(Play(12, rookie: 3, version: "10"));
        Assert.Equal(("10", 1), (Count(table)!.Version, Count(table)!.Steps.Single().Rookie.N));
    }

    [Fact]
    public void Count_NoRookieOrNoLabel_HasNoCurve()
    {
        var table = new FactTable();
        Assert.Null(Count(table));
        table.Append(Play(1, rookie: 7, version: "1") with { Label = Unlabelled });
        Assert.Null(Count(table));
    }

    /// <summary>A drawn 7 that two others guess, one of them rightly, and a third one on shadow.</summary>
    private static PlayFacts Play(int time, int rookie, string version) => new(
        Guid.NewGuid(), time, "ann", Input: null, ChosenBy.Player, Chosen: 0, Duration: null, new LabelCode(7),
        Drawing: (ulong)Random.Shared.NextInt64(),
        [
            new(new ScoredVersion("cnn", "1", false), 7, 1),
            new(new ScoredVersion("rookie", version, false), rookie, 1),
            new(new ScoredVersion("trees", "1", false), 1, 1),
            new(new ScoredVersion("trees", "2", true), 1, 1),
        ]);

    private static RookieCurve? Count(FactTable table) => ScoreTally.Count(table, Filter.All, TimeZoneInfo.Utc, default).Rookie;
}
