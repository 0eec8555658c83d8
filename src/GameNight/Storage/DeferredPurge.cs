namespace GameNight.Storage;

/// <summary>
/// Overwrites what was deleted from a file, once something was. Where that fails, because the disk is full for example, the deletion
/// itself stands, and it is tried again after minutes. Safe for concurrent use.
/// </summary>
/// <param name="purge">Overwrites; throws a <see cref="StoreException"/> where that fails.</param>
/// <param name="clock">Times the pauses.</param>
/// <param name="log">Told of the first failure of a row.</param>
public sealed partial class DeferredPurge(Func<CancellationToken, Task> purge, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly Lock _changing = new();
    private (int Failures, long Since) _row;

    /// <summary>Whether something is left to overwrite. At first it is: a process before this one may have been cut short.</summary>
    public bool IsOwed { get; private set; } = true;

    /// <summary>Whether the last attempt has failed and the pause after it is over.</summary>
    public bool IsRetryDue
    {
        get
        {
            lock (_changing)
                return _row.Failures > 0 && clock.GetElapsedTime(_row.Since) >= Pause;
        }
    }

    private TimeSpan Pause => _row.Failures < 7 ? FirstPause * (1 << (_row.Failures - 1)) : LongestPause;

    /// <summary>Notes, before something is deleted, that it is to be overwritten.</summary>
    public void Owe()
    {
        lock (_changing)
            IsOwed = true;
    }

    /// <summary>Overwrites what is owed, unless an attempt has failed within the last minutes.</summary>
    public async Task TryAsync(CancellationToken cancellation)
    {
        lock (_changing)
        {
            if (!IsOwed || (_row.Failures > 0 && !IsRetryDue))
                return;
            // Before it begins: what is deleted meanwhile is owed anew.
            IsOwed = false;
        }

        try
        {
            await purge(cancellation);
            lock (_changing)
                _row = default;
        }
        catch (StoreException e)
        {
            int failures;
            lock (_changing)
                (IsOwed, _row, failures) = (true, (_row.Failures + 1, clock.GetTimestamp()), _row.Failures + 1);
            if (failures == 1)
                LogFailed(e);
        }
        catch
        {
            Owe();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "What was deleted is gone from the store, but its file may still have parts of it where nothing reads "
        + "them; overwriting them is tried again in some minutes")]
    private partial void LogFailed(Exception exception);
}
