using System.Text;
using GameNight.Observations.Sqlite;
using GameNight.Storage.Sqlite;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using static GameNight.Observations.Store.ObservationFailure;

namespace GameNight.Tests.Observations.Sqlite;

public sealed class SqliteDurabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Find_AfterReopening_HasTheObservationAndItsLabel()
    {
        var play = ObservationBuilder.Of();
        using (var store = Open())
        {
            await store.AppendAsync(play, default);
            await store.LabelAsync(play.Id, ObservationBuilder.Label(6), default);
        }

        using var reopened = Open();
        ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(6) }, await reopened.FindAsync(play.Id, default));
    }

    [Fact]
    public async Task Find_InACopyOfTheFilesAfterEachLabel_HasTheLabel()
    {
        using var store = Open();
        for (var i = 0; i < 50; i++)
        {
            var play = ObservationBuilder.Of(i);
            await store.AppendAsync(play, default);
            await store.LabelAsync(play.Id, ObservationBuilder.Label(i % 10), default);

            // The files are now what a killed process would leave.
            using var copy = new TemporaryFolder();
            foreach (var file in Directory.GetFiles(_folder.Path).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
            using var after = new SqliteObservationStore(copy.Path, NullLogger<SqliteObservationStore>.Instance);
            ObservationBuilder.AssertEqual(play with { Label = ObservationBuilder.Label(i % 10) }, await after.FindAsync(play.Id, default));
        }
    }

    [Theory]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA synchronous", "2")]
    [InlineData("PRAGMA busy_timeout", "5000")]
    [InlineData("PRAGMA secure_delete", "1")]
    [InlineData("PRAGMA user_version", "5")]
    public async Task Connection_Opened_HasThePragma(string pragma, string value)
    {
        using var database = new SqliteDatabase(Path.Combine(_folder.Path, "some.db"), ObservationSchema.Schema, NullLogger.Instance);
        Assert.Equal(value, await database.ReadAsync(NotRead, connection => Scalar(connection, pragma), default));
    }

    [Fact]
    public async Task DeleteDocument_LeavesNoByteOfItInTheFile()
    {
        var secret = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("the way Ann writes a seven, ", 200)));
        using (var documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance))
        {
            Assert.True(await documents.TryWriteAsync("layers", "player", secret, 0, default));
            await documents.DeleteAsync("layers", "player", default);
        }

        var file = await File.ReadAllBytesAsync(Path.Combine(_folder.Path, SqliteObservationStore.FileName));
        Assert.Equal(-1, file.AsSpan().IndexOf(secret.AsSpan(0, 28)));
    }

    [Fact]
    public async Task Connection_Opened_UsesTheSqliteOfThePackage()
    {
        using var database = new SqliteDatabase(Path.Combine(_folder.Path, "some.db"), ObservationSchema.Schema, NullLogger.Instance);
        var version = await database.ReadAsync(NotRead, connection => connection.ServerVersion, default);
        Assert.InRange(Version.Parse(version), new Version(3, 50, 4), new Version(4, 0));
    }

    public void Dispose() => _folder.Dispose();

    private static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private SqliteObservationStore Open() => new(_folder.Path, NullLogger<SqliteObservationStore>.Instance);
}
