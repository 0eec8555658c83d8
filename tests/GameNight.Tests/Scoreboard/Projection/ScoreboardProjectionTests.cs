using GameNight.Drawing.Strokes;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class ScoreboardProjectionTests : IDisposable
{
    private static readonly string[] Algorithms = ["cnn", "k-means", "trees"];
    private static readonly Ink[] Repeated = [.. Enumerable.Range(0, 9).Select(_ => ScoredObservations.NewInk())];

    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _open = [];
    private readonly SqliteObservationStore _store;

    public ScoreboardProjectionTests() =>
        _store = DisposeLater(new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance));

    /// <summary>
    /// Random plays, some of a drawing that was played before, labels, corrections and exclusions, counted at random times and with
    /// random restarts.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task CatchUp_AnyHistory_CountsAsANewFileDoes(int seed)
    {
        var (random, known, projection) = (new Random(seed), new List<Guid>(), Open());
        for (var step = 0; step < 300; step++)
        {
            switch (random.Next(10))
            {
                case < 4:
                    var play = AnyPlay(random, step);
                    play = random.Next(3) == 0 ? play with { Ink = Repeated[random.Next(Repeated.Length)] } : play;
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
        var counted = Figures.AllOf(projection);
        Assert.Equal(counted, Figures.AllOf(await OpenedAsync()));
        Assert.Equal(await Figures.StatisticsOfAsync(_store), Figures.StatisticsOf(projection));

        using var empty = new TemporaryFolder();
        using var file = new FactFile(empty.Path, NullLogger<FactFile>.Instance);
        using var again = new ScoreboardProjection(_store, file, NullLogger<ScoreboardProjection>.Instance);
        await again.CatchUpAsync(default);
        Assert.Equal(Figures.AllOf(again), counted);
    }

    [Fact]
    public async Task CatchUp_AfterARestart_ReadsOnlyNewChanges()
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
    public async Task CatchUp_AnotherStore_CountsItsObservations()
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
    public async Task CatchUp_FileDamagedOrMissing_CountsEverythingAgain(string? content)
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
    public async Task CatchUp_TwoProcessesWithOneFolder_BothCountEachPlayOnce()
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
        Assert.Equal(Figures.AllOf(projections[0]), Figures.AllOf(projections[1]));
        Assert.Equal(await Figures.StatisticsOfAsync(_store), Figures.StatisticsOf(projections[0]));
    }

    [Fact]
    public async Task CatchUp_ObservationsDeletedFromTheStore_AreNoLongerCounted()
    {
        for (var i = 0; i < 4; i++)
            await _store.AppendAsync(AnyPlay(new Random(i), i), default);
        var projection = await OpenedAsync();
        await RunSqlAsync("DELETE FROM observation WHERE sequence >= 3");
        await projection.CatchUpAsync(default);
        Assert.Equal(2, projection.Table.Count);

        // New changes get the numbers of the deleted ones; they are read all the same.
        await _store.AppendAsync(AnyPlay(new Random(8), 8), default);
        await projection.CatchUpAsync(default);
        Assert.Equal(3, projection.Table.Count);
    }

    [Fact]
    public async Task CatchUp_OlderCopyOfTheStore_IsCountedAgain()
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
        foreach (var suffix in (string[])["-wal", "-shm"])
            File.Delete(path + suffix);
        await projection.CatchUpAsync(default);
        Assert.Equal(1, projection.Table.Count);
    }

    [Fact]
    public async Task CatchUp_FolderThatCannotBeWritten_Fails()
    {
        var blocked = Path.Combine(_folder.Path, "blocked");
        await File.WriteAllTextAsync(blocked, "a file where the folder should be");
        var file = DisposeLater(new FactFile(blocked, NullLogger<FactFile>.Instance));
        using var projection = new ScoreboardProjection(_store, file, NullLogger<ScoreboardProjection>.Instance);
        await Assert.ThrowsAsync<StoreException>(() => projection.CatchUpAsync(default));
    }

    [Fact]
    public async Task CatchUp_StoreUnavailable_KeepsTheCountsAndContinuesLater()
    {
        var store = new MemoryObservationStore(AnyPlay(new Random(1), 1));
        var projection = Open(store);
        await projection.CatchUpAsync(default);
        store.Failure = new StoreException("unavailable");
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

    private static Observation AnyPlay(Random random, int number) => ScoredObservations.Play(
        random.Next(3) == 0 ? null : random.Next(10),
        ObservationBuilder.Evening.AddMinutes(7 * number),
        Algorithms.Take(random.Next(1, 4)).Select(algorithm => (algorithm, random.Next(10)))) with
    {
        Player = $"player {random.Next(4)}",
        Chosen = "cnn",
        Input = random.Next(3) == 0 ? null : (InputKind)random.Next(6),
        ChosenBy = (ChosenBy)random.Next(3),
        Shadows = random.Next(3) == 0 ? [ObservationBuilder.Guess("trees", random.Next(10), 0.1f) with { Version = "2" }] : [],
    };

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

    private ScoreboardProjection Open(IObservationStore? store = null)
    {
        var file = DisposeLater(new FactFile(_folder.Path, NullLogger<FactFile>.Instance));
        return DisposeLater(new ScoreboardProjection(store ?? _store, file, NullLogger<ScoreboardProjection>.Instance));
    }

    /// <summary>Disposes something at the end of the test.</summary>
    private T DisposeLater<T>(T opened)
        where T : IDisposable
    {
        _open.Add(opened);
        return opened;
    }
}
