using GameNight.Observations.Store;
using GameNight.Storage.Sqlite;

namespace GameNight.Observations.Outbox;

/// <summary>
/// Plays and marks of this machine that are durable, in <c>{DataFolder}/outbox.db</c>, and wait for their turn to reach the
/// database. Safe for concurrent use, also by several processes.
/// </summary>
public sealed class OutboxFile(string dataFolder, Backlog backlog, TimeProvider clock, ILogger<OutboxFile> logger) : IDisposable
{
    public const string FileName = "outbox.db";

    /// <summary>So many of the entries that were sent last are kept.</summary>
    private const int Kept = 1000;

    private readonly SqliteDatabase _database = new(Path.GetFullPath(Path.Combine(dataFolder, FileName)), OutboxRow.Schema, logger);
    private readonly SemaphoreSlim _more = new(0, 1);
    private long _lastQueued;
    private long _lastSent;

    /// <summary>The database did not answer when it was last asked.</summary>
    public bool IsRemoteAway => backlog.Now.IsAway;

    /// <summary>Everything that this process has put in has left.</summary>
    public bool IsDrained => Volatile.Read(ref _lastSent) >= Volatile.Read(ref _lastQueued);

    internal Task<List<OutboxEntry>> FindAsync(Guid id, CancellationToken cancellation) =>
        _database.ReadAsync("read", connection => OutboxRow.OfObservation(connection, id), cancellation);

    /// <summary>The next ones to be sent, oldest first.</summary>
    internal Task<List<OutboxEntry>> NextAsync(int limit, CancellationToken cancellation) =>
        _database.ReadAsync("read", connection => OutboxRow.Waiting(connection, limit), cancellation);

    /// <summary>Puts a play or a mark in, on the disk when it completes; or not, as the decision says, which nobody can come in between.</summary>
    /// <param name="purpose">For the message of a failure.</param>
    /// <param name="id">The observation's.</param>
    /// <param name="play">Null for a mark.</param>
    /// <param name="mark">Null for a play.</param>
    /// <param name="decide">Sees what there is of the observation; the answer, and whether to put it in.</param>
    /// <param name="cancellation">Keeps it from starting.</param>
    internal async Task<T> PutAsync<T>(string purpose, Guid id, byte[]? play, Label? mark, Func<List<OutboxEntry>, (T Answer, bool Put)> decide, CancellationToken cancellation)
    {
        var answer = await _database.WriteAsync(purpose, connection =>
        {
            var decision = decide(OutboxRow.OfObservation(connection, id));
            if (decision.Put)
            {
                var sequence = OutboxRow.Insert(connection, id, play, mark, clock.GetUtcNow());
                InterlockedMax(ref _lastQueued, sequence);
                Show(OutboxRow.Count(connection));
            }

            return decision.Answer;
        }, cancellation);
        Wake();
        return answer;
    }

    /// <summary>The database has it.</summary>
    internal Task SentAsync(OutboxEntry entry) => LeaveAsync(connection => OutboxRow.MarkSent(connection, entry.Sequence, Kept));

    /// <summary>The database will never take it: it lies aside in the table <c>refused</c>, so that the others can go on.</summary>
    internal Task RefusedAsync(OutboxEntry entry, string reason) => LeaveAsync(connection => OutboxRow.MoveAside(connection, entry.Sequence, clock.GetUtcNow(), reason));

    /// <summary>Looks what other processes have put in and sent.</summary>
    internal Task RefreshAsync(CancellationToken cancellation) => _database.ReadAsync("read", connection =>
    {
        InterlockedMax(ref _lastSent, OutboxRow.LastSent(connection));
        Show(OutboxRow.Count(connection));
        return true;
    }, cancellation);

    /// <summary>Says why the database cannot be reached; null where it can.</summary>
    internal void Report(string? failure) => backlog.Change(now => now with { Failure = failure });

    /// <summary>Waits until something is put in, or it is time to look.</summary>
    internal async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await _more.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It is time to look.
        }
    }

    /// <summary>The right to send, which one process has at a time, so that the order is kept. It ends with the process.</summary>
    /// <returns>Null while another process has it.</returns>
    internal FileStream? TryTakeTurn()
    {
        Directory.CreateDirectory(dataFolder);
        try
        {
            return new FileStream(Path.Combine(dataFolder, "outbox.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _more.Dispose();
    }

    private Task<bool> LeaveAsync(Action<Microsoft.Data.Sqlite.SqliteConnection> change) => _database.WriteAsync("saved", connection =>
    {
        change(connection);
        InterlockedMax(ref _lastSent, OutboxRow.LastSent(connection));
        Show(OutboxRow.Count(connection));
        return true;
    }, CancellationToken.None);

    private void Show((int Plays, DateTimeOffset? Since, int Refused) count) =>
        backlog.Change(now => now with { Plays = count.Plays, Since = count.Since, Refused = count.Refused });

    private void Wake()
    {
        try
        {
            _more.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    private static void InterlockedMax(ref long value, long candidate)
    {
        for (var before = Volatile.Read(ref value); before < candidate;)
            before = Interlocked.CompareExchange(ref value, candidate, before) is var seen && seen == before ? candidate : seen;
    }
}
