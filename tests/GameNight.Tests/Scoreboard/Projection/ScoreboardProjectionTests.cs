using System.Text.Json;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class ScoreboardProjectionTests : IDisposable
{
    private static readonly string[] Algorithms = ["cnn", "k-means", "trees"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _open = [];
    private readonly SqliteObservationStore _store;

    public ScoreboardProjectionTests() => _store = Kept(new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance));

    /// <summary>Plays, marks, corrections and what is set aside, counted at any moments, restarted at others.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task CatchUp_AnyHistory_CountsAsARebuildDoes(int seed)
    {
        var (random, known, projection) = (new Random(seed), new List<Guid>(), Open());
        for (var step = 0; step < 300; step++)
        {
            switch (random.Next(10))
            {
                case < 4:
                    var play = AnyPlay(random, step);
                    known.Add(play.Id);
                    await _store.AppendAsync(play, default);
                    break;
                case < 7 when known.Count > 0:
                    await _store.LabelAsync(known[random.Next(known.Count)], ObservationBuilder.Label(random.Next(10)), default);
                    break;
                case 7 when known.Count > 0:
                    await _store.ExcludeAsync(known[random.Next(known.Count)], random.Next(2) == 0, default);
                    break;
                case 8:
                    await projection.CatchUpAsync(default);
                    break;
                case 9 when random.Next(5) == 0:
                    projection = Open();
                    break;
            }
        }

        await projection.CatchUpAsync(default);
        var counted = AllFigures(projection);
        await projection.RebuildAsync(default);
        Assert.Equal(AllFigures(projection), counted);
        Assert.Equal(counted, AllFigures(await OpenedAsync()));
        var recounted = ScoreTally.Count(projection.Table, Filter.All, TimeZoneInfo.Utc, default).Statistics;
        Assert.Equal(await RecountAsync(), JsonSerializer.Serialize(recounted));
    }

    [Fact]
    public async Task CatchUp_AfterARestart_ReadsOnlyWhatIsNew()
    {
        for (var i = 0; i < 5; i++)
            await _store.AppendAsync(AnyPlay(new Random(i), i), default);
        await OpenedAsync();
        var late = AnyPlay(new Random(9), 9);
        await _store.AppendAsync(late, default);

        var reads = new RecordedReads(_store);
        var projection = Open(reads);
        await projection.CatchUpAsync(default);
        Assert.Equal(6, projection.Table.Count);
        Assert.Equal([late.Id], reads.Ids);
    }

    [Fact]
    public async Task CatchUp_AnotherStoreInItsPlace_CountsThat()
    {
        await _store.AppendAsync(AnyPlay(new Random(1), 1), default);
        var projection = await OpenedAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(Path.Combine(_folder.Path, SqliteObservationStore.FileName));
        for (var i = 0; i < 3; i++)
            await _store.AppendAsync(AnyPlay(new Random(i), i), default);
        await projection.CatchUpAsync(default);
        Assert.Equal(3, projection.Table.Count);
    }

    [Theory]
    [InlineData("this is no database, whatever its name says; it is long enough to be looked at as one, page by page")]
    [InlineData(null)]
    public async Task CatchUp_FileSpoiledOrGone_CountsAnew(string? content)
    {
        await _store.AppendAsync(AnyPlay(new Random(1), 1), default);
        await OpenedAsync();
        SqliteConnection.ClearAllPools();
        var path = Path.Combine(_folder.Path, FactFile.FileName);
        File.Delete(path);
        if (content is not null)
            await File.WriteAllTextAsync(path, content);
        Assert.Equal(1, (await OpenedAsync()).Table.Count);
    }

    [Fact]
    public async Task CatchUp_TwoProcessesAtOneFolder_BothCountEachPlayOnce()
    {
        var projections = new[] { Open(), Open() };
        await Task.WhenAll(projections.Select(projection => projection.CatchUpAsync(default)));
        for (var i = 0; i < 40; i++)
        {
            await _store.AppendAsync(AnyPlay(new Random(i), i), default);
            if (i % 3 == 0)
                await projections[i % 2].CatchUpAsync(default);
        }

        await Task.WhenAll(projections.Select(projection => projection.CatchUpAsync(default)));
        Assert.All(projections, projection => Assert.Equal(40, projection.Table.Count));
        Assert.Equal(AllFigures(projections[0]), AllFigures(projections[1]));
        var counted = ScoreTally.Count(projections[0].Table, Filter.All, TimeZoneInfo.Utc, default).Statistics;
        Assert.Equal(await RecountAsync(), JsonSerializer.Serialize(counted));
    }

    [Fact]
    public async Task CatchUp_DrawingsRemovedFromTheFile_AreCountedNoMore()
    {
        for (var i = 0; i < 4; i++)
            await _store.AppendAsync(AnyPlay(new Random(i), i), default);
        var projection = await OpenedAsync();
        await RunSqlAsync("DELETE FROM observation WHERE sequence >= 3");
        await projection.CatchUpAsync(default);
        Assert.Equal(2, projection.Table.Count);

        // Numbers of changes that were given to the removed ones are not taken for read.
        await _store.AppendAsync(AnyPlay(new Random(8), 8), default);
        await projection.CatchUpAsync(default);
        Assert.Equal(3, projection.Table.Count);
    }

    [Fact]
    public async Task CatchUp_AnOlderCopyOfTheFile_IsCountedAnew()
    {
        await _store.AppendAsync(AnyPlay(new Random(1), 1), default);
        SqliteConnection.ClearAllPools();
        var (path, copy) = (Path.Combine(_folder.Path, SqliteObservationStore.FileName), Path.Combine(_folder.Path, "copy"));
        File.Copy(path, copy);
        await _store.AppendAsync(AnyPlay(new Random(2), 2), default);
        var projection = await OpenedAsync();
        Assert.Equal(2, projection.Table.Count);
        SqliteConnection.ClearAllPools();
        File.Copy(copy, path, overwrite: true);
        foreach (var end in (string[])["-wal", "-shm"])
            File.Delete(path + end);
        await projection.CatchUpAsync(default);
        Assert.Equal(1, projection.Table.Count);
    }

    [Fact]
    public async Task CatchUp_FolderThatCannotBeWritten_FailsInWords()
    {
        var blocked = Path.Combine(_folder.Path, "blocked");
        await File.WriteAllTextAsync(blocked, "a file where the folder should be");
        var file = Kept(new FactFile(blocked, NullLogger<FactFile>.Instance));
        var projection = new ScoreboardProjection(_store, file, NullLogger<ScoreboardProjection>.Instance);
        await Assert.ThrowsAsync<StoreException>(() => projection.CatchUpAsync(default));
    }

    [Fact]
    public async Task CatchUp_StoreAway_KeepsWhatIsCountedAndGoesOnLater()
    {
        var store = new MemoryObservationStore(AnyPlay(new Random(1), 1));
        var projection = Open(store);
        await projection.CatchUpAsync(default);
        store.Failure = new StoreException("away");
        await Assert.ThrowsAsync<StoreException>(() => projection.CatchUpAsync(default));
        Assert.Equal(1, projection.Table.Count);
        store.Failure = null;
        await store.AppendAsync(AnyPlay(new Random(2), 2), default);
        await projection.CatchUpAsync(default);
        Assert.Equal(2, projection.Table.Count);
    }

    public void Dispose()
    {
        _open.ForEach(opened => opened.Dispose());
        _folder.Dispose();
    }

    private static Observation AnyPlay(Random random, int second) => ScoredObservations.Play(
        random.Next(3) == 0 ? null : random.Next(10), ObservationBuilder.Evening.AddMinutes(7 * second), Algorithms.Take(random.Next(1, 4)).Select(algorithm => (algorithm, random.Next(10)))) with
    {
        Player = $"player {random.Next(4)}",
        Chosen = "cnn",
        Input = random.Next(3) == 0 ? null : (InputKind)random.Next(6),
        ChosenBy = (ChosenBy)random.Next(3),
        Shadows = random.Next(3) == 0 ? [ObservationBuilder.Guess("trees", random.Next(10), 0.1f) with { Version = "2" }] : [],
    };

    private static string AllFigures(ScoreboardProjection projection) => JsonSerializer.Serialize(((Filter[])
    [
        Filter.All, new(Algorithm: "k-means"), new(Input: InputKind.Touch), new(Player: PlayerHandle.Of("player 2")), new(From: ObservationBuilder.Evening.AddHours(5), To: ObservationBuilder.Evening.AddHours(20)),
    ]).Select(filter => Rounded(ScoreTally.Count(projection.Table, filter, TimeZoneInfo.Utc, default))));

    /// <summary>A sum of floating-point numbers depends on their order, in its last digits.</summary>
    private static Scores Rounded(Scores scores) => scores with
    {
        Calibration = [.. scores.Calibration.Select(one => one with { Bins = [.. one.Bins.Select(bin => bin with { ConfidenceSum = Math.Round(bin.ConfidenceSum, 9) })] })],
    };

    /// <summary>The same from the store itself, in another way.</summary>
    private async Task<string> RecountAsync()
    {
        var all = (await _store.ReadAsync(null, ObservationPage.MaxLimit, default)).Items.Where(play => !play.Excluded).ToList();
        var guesses = all.Where(play => play.Label is not null).SelectMany(play => play.Guesses.Select(guess => (guess.Algorithm, Truth: play.Label!.Digit, guess.Digit))).ToList();
        return JsonSerializer.Serialize(new OverallStatistics(all.Count, all.Count(play => play.Label is not null),
        [
            .. guesses.GroupBy(guess => guess.Algorithm).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => AlgorithmStatistics.From(group.Key,
                [.. Enumerable.Range(0, 10).Select(truth => Enumerable.Range(0, 10).Select(digit => group.Count(guess => guess.Truth == truth && guess.Digit == digit)).ToArray())])),
        ]));
    }

    private async Task RunSqlAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, SqliteObservationStore.FileName)}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<ScoreboardProjection> OpenedAsync()
    {
        var projection = Open();
        await projection.CatchUpAsync(default);
        return projection;
    }

    private ScoreboardProjection Open(IObservationStore? store = null) => new(
        store ?? _store, Kept(new FactFile(_folder.Path, NullLogger<FactFile>.Instance)), NullLogger<ScoreboardProjection>.Instance);

    private T Kept<T>(T opened)
        where T : IDisposable
    {
        _open.Add(opened);
        return opened;
    }

    private sealed class RecordedReads(IObservationStore store) : IObservationStore
    {
        public List<Guid> Ids { get; } = [];

        public async Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation)
        {
            var page = await store.ReadChangesAsync(after, limit, cancellation);
            Ids.AddRange(page.Items.Select(item => item.Id));
            return page;
        }

        public Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation) => store.AppendAsync(observation, cancellation);

        public Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

        public Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation) => store.LabelAsync(id, label, cancellation);

        public Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation) => store.ReadAsync(after, limit, cancellation);

        public Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation) => store.ExcludeAsync(id, excluded, cancellation);

        public Task<long> CountLabelledAsync(CancellationToken cancellation) => store.CountLabelledAsync(cancellation);
    }
}
