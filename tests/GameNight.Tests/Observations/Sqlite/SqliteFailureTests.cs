using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.Sqlite;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using static GameNight.Observations.Store.ObservationFailure;

namespace GameNight.Tests.Observations.Sqlite;

/// <summary>Failures of the disk are one exception with a readable message, and the store works again after them.</summary>
public sealed class SqliteFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DatabasePath => Path.Combine(_folder.Path, SqliteObservationStore.FileName);

    [Fact]
    public async Task Append_FolderCannotBeCreated_FailsAndWorksOnceItCan()
    {
        // A file in the place of the folder stops root too, unlike permissions.
        var path = Path.Combine(_folder.Path, "local");
        await File.WriteAllTextAsync(path, "");
        using var store = Open(path);
        await Assert.ThrowsAsync<StoreException>(() => store.AppendAsync(ObservationBuilder.Of(), default));
        await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync(null, 10, default));

        File.Delete(path);
        Assert.Equal(AppendOutcome.Stored, await store.AppendAsync(ObservationBuilder.Of(), default));
    }

    [Fact]
    public async Task Append_FileCannotBeOpened_NamesTheFile()
    {
        Directory.CreateDirectory(DatabasePath);
        using var store = Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.AppendAsync(ObservationBuilder.Of(), default));
        Assert.StartsWith($"The drawings could not be saved: {DatabasePath} cannot be opened", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_DiskFull_FailsAndWorksOnceThereIsSpace()
    {
        using var database = new SqliteDatabase(DatabasePath, ObservationSchema.Schema, NullLogger.Instance);
        await database.ReadAsync(NotRead, connection => 0, default);
        var failure = await Assert.ThrowsAsync<StoreException>(() => database.WriteAsync(NotSaved, connection =>
        {
            connection.Run("PRAGMA max_page_count = 5");
            connection.Run("CREATE TABLE big AS SELECT zeroblob(100000)");
            return 0;
        }, default));
        Assert.Contains("is full", failure.Message, StringComparison.Ordinal);

        using var store = Open();
        Assert.Equal(AppendOutcome.Stored, await store.AppendAsync(ObservationBuilder.Of(), default));
    }

    [Fact]
    public async Task Delete_FileWithALog_LeavesNothingAndTheNextCallMakesANewOne()
    {
        using var database = new SqliteDatabase(DatabasePath, new SqliteSchema("CREATE TABLE mark (digit INTEGER)"), NullLogger.Instance);
        await database.WriteAsync(NotSaved, connection => connection.Run("INSERT INTO mark VALUES (3)"), default);
        Assert.Contains(DatabasePath + "-wal", Directory.GetFiles(_folder.Path));
        database.Delete();
        Assert.Empty(Directory.GetFiles(_folder.Path));
        Assert.Equal(0, await database.WriteAsync(NotSaved, connection => connection.Run("UPDATE mark SET digit = 4"), default));

        database.Dispose();
        Assert.Throws<StoreException>(database.Delete);
        Assert.NotEmpty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Append_WhileAnotherProcessWrites_WaitsForIt()
    {
        using var store = Open();
        using var other = new SqliteDatabase(DatabasePath, ObservationSchema.Schema, NullLogger.Instance);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = false;
        var writing = other.WriteAsync("held", connection =>
        {
            begun.SetResult();
            // Holds the write lock without a statement running, as another process between two statements does. SQLite tells nobody that
            // a connection waits, so it is held long enough for the append to meet it.
            Thread.Sleep(300);
            released = true;
            return connection.Run("UPDATE observation SET player = player");
        }, default);
        await begun.Task;
        Assert.Equal(AppendOutcome.Stored, await store.AppendAsync(ObservationBuilder.Of(), default));
        Assert.True(released);
        await writing;
    }

    [Fact]
    public async Task Dispose_WhileAWriteRuns_WaitsForItAndRefusesOthers()
    {
        var database = new SqliteDatabase(DatabasePath, ObservationSchema.Schema, NullLogger.Instance);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource();
        var done = false;
        var writing = database.WriteAsync("held", connection =>
        {
            begun.SetResult();
            goOn.Task.Wait();
            connection.Run("UPDATE observation SET player = player");
            return done = true;
        }, default);
        await (await Task.WhenAny(begun.Task, writing));
        var disposing = new Thread(database.Dispose);
        disposing.Start();
        try
        {
            await Eventually.TrueAsync(() => (disposing.ThreadState & (ThreadState.WaitSleepJoin | ThreadState.Stopped)) != 0);
            Assert.True(disposing.IsAlive, "The database was closed under a write.");
        }
        finally
        {
            goOn.SetResult();
        }

        await Eventually.TrueAsync(() => !disposing.IsAlive);
        Assert.True(done);
        Assert.True(await writing);
        var failure = await Assert.ThrowsAsync<StoreException>(() => database.WriteAsync(NotSaved, connection => 0, default));
        Assert.StartsWith($"The drawings could not be saved: {DatabasePath} is closed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NotADatabase_FailsAsDamaged()
    {
        await File.WriteAllTextAsync(DatabasePath, new string('x', 5000));
        using var store = Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync(null, 10, default));
        Assert.Contains("is damaged or not a database", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NewerTables_FailsWithTheirVersion()
    {
        await ChangeAsync("PRAGMA user_version = 99");
        using var store = Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync(null, 10, default));
        Assert.Contains("has tables of version 99", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_MalformedRow_NamesTheRow()
    {
        var play = ObservationBuilder.Of();
        using var store = Open();
        await store.AppendAsync(play, default);
        await ChangeAsync("UPDATE observation SET guesses = 'oops'");
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.FindAsync(play.Id, default));
        Assert.StartsWith("Row 1 ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_FileRemovedWhileOpen_GoesIntoANewFile()
    {
        using var store = Open();
        await store.AppendAsync(ObservationBuilder.Of(), default);
        foreach (var file in Directory.GetFiles(_folder.Path))
            File.Delete(file);
        var play = ObservationBuilder.Of();
        await store.AppendAsync(play, default);

        using var reopened = Open();
        Assert.Equal(play.Id, Assert.Single((await reopened.ReadAsync(null, 10, default)).Items).Id);
    }

    [Fact]
    public async Task ReadChanges_FileReplaced_RefusesTheCursorOfTheOldFile()
    {
        using var store = Open();
        await store.AppendAsync(ObservationBuilder.Of(), default);
        var cursor = (await store.ReadChangesAsync(null, 10, default)).Next;
        foreach (var file in Directory.GetFiles(_folder.Path))
            File.Delete(file);
        await store.AppendAsync(ObservationBuilder.Of(), default);
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadChangesAsync(cursor, 10, default));
    }

    public void Dispose() => _folder.Dispose();

    private SqliteObservationStore Open(string? folder = null) => new(folder ?? _folder.Path, NullLogger<SqliteObservationStore>.Instance);

    private async Task ChangeAsync(string sql)
    {
        using var database = new SqliteDatabase(DatabasePath, ObservationSchema.Schema, NullLogger.Instance);
        await database.ReadAsync("changed", connection => connection.Run(sql), default);
    }
}

file static class Sql
{
    public static int Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
