using GameNight.Storage;
using GameNight.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Storage;

/// <summary>Writes that come while another one is on its way share the next transaction.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private const string Failure = "The number could not be written";

    private static readonly SqliteSchema Schema = new("CREATE TABLE number (value INTEGER PRIMARY KEY, batch INTEGER)");

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SemaphoreSlim _gate = new(0);
    private readonly TaskCompletionSource _isHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SqliteDatabaseTests() => _database = new(Path.Combine(_folder.Path, "numbers.db"), Schema, NullLogger.Instance);

    [Fact]
    public async Task Write_ManyWhileOneIsOnItsWay_ShareATransaction()
    {
        var first = HoldAsync();
        await _isHeld.Task;
        var committed = new List<int>();
        var others = Enumerable.Range(1, 50).Select(number => _database.WriteAsync(Failure, connection =>
        {
            // Read in the transaction: what the others before it wrote is there, and nobody else has seen it.
            connection.Execute("INSERT INTO number VALUES ($value, (SELECT count(*) FROM number))", ("$value", number));
            return number;
        }, committed.Add, default)).ToList();
        _gate.Release();
        await first;

        Assert.Equal(Enumerable.Range(1, 50), await Task.WhenAll(others));
        Assert.Equal(Enumerable.Range(1, 50), committed);
        Assert.Equal(51, await CountAsync());
        // One transaction each would leave 51 frames of commits in the log; a page of 4 kB is in it once for each transaction.
        Assert.InRange(new FileInfo(Path.Combine(_folder.Path, "numbers.db-wal")).Length, 1, 20 * 4096);
    }

    [Fact]
    public async Task Write_OneOfManyFails_FailsAloneInItsOwnWords()
    {
        var first = HoldAsync();
        await _isHeld.Task;
        var before = InsertAsync(1);
        var twice = InsertAsync(1);
        var wrong = _database.WriteAsync<int>(Failure, _ => throw new InvalidOperationException("It is not a number."), default);
        var after = InsertAsync(2);
        _gate.Release();
        await Task.WhenAll(first, before, after);

        var refused = await Assert.ThrowsAsync<StoreException>(() => twice);
        Assert.StartsWith(Failure, refused.Message, StringComparison.Ordinal);
        Assert.Equal("It is not a number.", (await Assert.ThrowsAsync<InvalidOperationException>(() => wrong)).Message);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Write_FileGoneAfterOneHasFailed_FailsForAllThatAreLeftAndWorksAgain()
    {
        var first = HoldAsync();
        await _isHeld.Task;
        var path = Path.Combine(_folder.Path, "numbers.db");
        var breaking = _database.WriteAsync<int>(Failure, _ =>
        {
            // Opened anew without it, the rest can't be written either.
            File.Move(path, path + ".away");
            Directory.CreateDirectory(path);
            throw new InvalidOperationException("It is not a number.");
        }, default);
        var after = InsertAsync(2);
        _gate.Release();
        await first;

        await Assert.ThrowsAsync<InvalidOperationException>(() => breaking);
        await Assert.ThrowsAsync<StoreException>(() => after);
        Directory.Delete(path);
        File.Move(path + ".away", path);
        Assert.Equal(1, await InsertAsync(3));
    }

    [Fact]
    public async Task Write_OneWriterFailsAfterTheCommit_TheOthersHaveTheirResults()
    {
        var first = HoldAsync();
        await _isHeld.Task;
        var careless = _database.WriteAsync(
            Failure, connection => connection.Execute("INSERT INTO number VALUES (1, 0)"), _ => throw new InvalidOperationException(),
            default);
        var after = InsertAsync(2);
        _gate.Release();

        await Assert.ThrowsAsync<InvalidOperationException>(() => careless);
        Assert.Equal(1, await after);
        await first;
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Write_CancelledBeforeItsTurn_IsNotWritten()
    {
        using var cancellation = new CancellationTokenSource();
        var first = HoldAsync();
        await _isHeld.Task;
        var cancelled = InsertAsync(1, cancellation.Token);
        var after = InsertAsync(2);
        await cancellation.CancelAsync();
        _gate.Release();
        await Task.WhenAll(first, after);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Write_FileHeldByAnotherProgram_FailsForAllThatWait()
    {
        await InsertAsync(1);
        await using var other = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "numbers.db")};Pooling=False");
        await other.OpenAsync();
        await using (var holding = (SqliteTransaction)await other.BeginTransactionAsync())
        {
            // The first waits alone, the others together.
            var failures = await Task.WhenAll(Enumerable.Range(2, 3).Select(number => Record.ExceptionAsync(() => InsertAsync(number))));
            Assert.All(failures, failure => Assert.Contains(
                "another program holds", Assert.IsType<StoreException>(failure).Message, StringComparison.Ordinal));
        }

        await InsertAsync(2);
        Assert.Equal(2, await CountAsync());
    }

    public void Dispose()
    {
        _database.Dispose();
        _gate.Dispose();
        _folder.Dispose();
    }

    /// <summary>A write that is on its way until the gate opens.</summary>
    private Task<int> HoldAsync() => _database.WriteAsync(Failure, connection =>
    {
        _isHeld.TrySetResult();
        _gate.Wait();
        return connection.Execute("INSERT INTO number VALUES (0, 0)");
    }, default);

    private Task<int> InsertAsync(int number, CancellationToken cancellation = default) => _database.WriteAsync(
        Failure, connection => connection.Execute("INSERT INTO number VALUES ($value, 0)", ("$value", number)), cancellation);

    private Task<long> CountAsync() =>
        _database.ReadAsync(Failure, connection => connection.Number("SELECT count(*) FROM number"), default);
}
