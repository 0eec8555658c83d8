using GameNight.Drawing.Strokes;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Scoreboard.Projection;

/// <summary>The same drawing again and again.</summary>
public sealed class RepeatTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteObservationStore _store;
    private readonly Ink _ink = ScoredObservations.NewInk();

    public RepeatTests() => _store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);

    [Fact]
    public void Count_OneDrawingAThousandTimes_CountsOnceWhoeverSendsIt()
    {
        var table = new FactTable();
        foreach (var second in Enumerable.Range(0, 1000))
            table.Append(PlayFacts.Of(Play(second, label: 3) with { Player = $"player {second % 50}" }));

        Assert.Equal(1000, table.Count);
        Assert.Equal((1, 1), Counted(table));
        Assert.Equal(1, Assert.Single(LeaderboardTally.Count(table, Filter.All, default).Players).Labelled);
        Assert.Single(NightTally.Count(table, Filter.All, TimeZoneInfo.Utc, default));
        Assert.Equal(1, ScoreTally.Count(table, Filter.All, TimeZoneInfo.Utc, default).Statistics.Algorithms[0].N);
    }

    /// <summary>The changes come in the order of the last change of each, which is another after every correction.</summary>
    [Fact]
    public void Count_TheSameDrawingInAnyOrder_CountsTheEarliestWithALabel()
    {
        Observation[] plays = [Play(1), Play(2, label: 5), Play(3, label: 6), Play(4)];
        for (var shift = 0; shift < plays.Length; shift++)
        {
            var table = new FactTable();
            foreach (var play in plays.Concat(plays).Skip(shift).Take(plays.Length))
                table.Append(PlayFacts.Of(play));
            Assert.Equal((1, 1), Counted(table));
            Assert.Equal(5, Assert.Single(Rows(table), row => !row.IsRepeat).Digit);
        }
    }

    [Fact]
    public async Task CatchUp_ALabelThatArrivesLater_IsNoRepeatAndCounts()
    {
        using var counted = new ScoreboardFixture(_store);
        var (first, again) = (Play(1), Play(2));
        await _store.AppendAsync(first, default);
        await _store.AppendAsync(again, default);
        await counted.Projection.CatchUpAsync(default);
        Assert.Equal((1, 0), Counted(counted.Projection.Table));

        // It was guessed once more after a reload, and answered then.
        await _store.LabelAsync(again.Id, ObservationBuilder.Label(4), default);
        await counted.Projection.CatchUpAsync(default);
        Assert.Equal((1, 1), Counted(counted.Projection.Table));
        await _store.LabelAsync(first.Id, ObservationBuilder.Label(7), default);
        await counted.Projection.CatchUpAsync(default);
        Assert.Equal((1, 1), Counted(counted.Projection.Table));
        Assert.Equal(7, Assert.Single(Rows(counted.Projection.Table), row => !row.IsRepeat).Digit);
    }

    [Fact]
    public async Task CatchUp_AfterTheFirstWasDeleted_CountsTheNext()
    {
        using var counted = new ScoreboardFixture(_store);
        Observation[] plays = [Play(1, label: 3), Play(2, label: 4) with { Player = "bob" }];
        foreach (var play in plays)
            await _store.AppendAsync(play, default);
        await counted.Projection.CatchUpAsync(default);
        await _store.DeleteAsync([plays[0].Id], default);
        await counted.Projection.CatchUpAsync(default);
        Assert.Equal((1, 1), Counted(counted.Projection.Table));
        Assert.Equal("bob", counted.Projection.Table.Players[counted.Projection.Table[0].Player]);
    }

    [Fact]
    public async Task CatchUp_AfterTheFirstWasExcluded_CountsNone()
    {
        using var counted = new ScoreboardFixture(_store);
        Observation[] plays = [Play(1, label: 3), Play(2, label: 3)];
        foreach (var play in plays)
            await _store.AppendAsync(play, default);
        await _store.ExcludeAsync(plays[0].Id, true, default);
        await counted.Projection.CatchUpAsync(default);
        Assert.Equal((0, 0), Counted(counted.Projection.Table));
    }

    [Fact]
    public async Task CatchUp_AFileThatKnewNoRepeats_IsCountedAnew()
    {
        await _store.AppendAsync(Play(1, label: 3), default);
        using (var before = new FactFile(_folder.Path, NullLogger<FactFile>.Instance))
        using (var projection = new ScoreboardProjection(_store, before, NullLogger<ScoreboardProjection>.Instance))
            await projection.CatchUpAsync(default);
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, FactFile.FileName)};Pooling=False"))
        {
            await file.OpenAsync();
            await using var older = file.CreateCommand();
            older.CommandText = "PRAGMA user_version = 2; UPDATE play SET content = substr(content, 1, 20)";
            await older.ExecuteNonQueryAsync();
        }

        using var after = new FactFile(_folder.Path, NullLogger<FactFile>.Instance);
        using var again = new ScoreboardProjection(_store, after, NullLogger<ScoreboardProjection>.Instance);
        await again.CatchUpAsync(default);
        Assert.Equal((1, 1), Counted(again.Table));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static (int Drawings, int Labelled) Counted(FactTable table)
    {
        var counted = ScoreTally.Count(table, Filter.All, TimeZoneInfo.Utc, default).Statistics;
        return (counted.Observations, counted.Labelled);
    }

    private static List<(int Digit, bool IsRepeat)> Rows(FactTable table)
    {
        var rows = new List<(int Digit, bool IsRepeat)>();
        for (var row = 0; row < table.Count; row++)
            rows.Add((table[row].Label.Digit, table[row].IsRepeat));
        return rows;
    }

    private Observation Play(int second, int? label = null) =>
        ScoredObservations.Play(label, ObservationBuilder.Evening.AddSeconds(second), ("cnn", 3)) with { Ink = _ink, Chosen = "cnn" };
}
