using GameNight.Rooms.Game;
using GameNight.Storage;

namespace GameNight.Rooms.Live;

/// <content>Takes up the rooms that were open when a game on this folder was last killed or stopped.</content>
public sealed partial class RoomDirectory
{
    /// <summary>So often it is looked whether the folder, or a store that is away, can be had by now.</summary>
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);

    /// <summary>Rooms that cannot be played on, whatever happens; their files stay.</summary>
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    private volatile bool _isOwner;
    private bool _isTakenUp;
    private string? _told;
    private Task _takingUp = Task.CompletedTask;

    /// <summary>
    /// Takes up the rooms of the folder, or goes on trying beside the game: another game may have them still, which is being stopped.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryTakeUpAsync(cancellationToken);
        if (!_isTakenUp)
            _takingUp = GoOnAsync(Stopping);
    }

    private async Task GoOnAsync(CancellationToken stopping)
    {
        try
        {
            while (!_isTakenUp)
            {
                await Task.Delay(RetryPause, clock, stopping);
                await TryTakeUpAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The rooms are on the disk, for the next game.
        }
    }

    private async Task TryTakeUpAsync(CancellationToken cancellation)
    {
        await _opening.WaitAsync(cancellation);
        try
        {
            await TakeUpAsync(cancellation);
        }
        catch (StoreException e)
        {
            LogOnce(e.Message, () => LogNoRooms(e));
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Takes up what is not played yet, where this process is the one that may. Under the lock of those who open rooms.</summary>
    /// <exception cref="StoreException">The folder cannot be written.</exception>
    private async Task TakeUpAsync(CancellationToken cancellation)
    {
        _isOwner = _isOwner || file.TryOwn();
        if (!_isOwner)
        {
            LogOnce("owner", LogOwnedByAnother);
            return;
        }

        if (_isTakenUp)
            return;
        var isWhole = true;
        foreach (var code in file.List().Where(code => !_rooms.ContainsKey(code) && !_given.Contains(code)))
            isWhole &= await TryRestoreAsync(code, cancellation);
        _isTakenUp = isWhole;
    }

    /// <returns>False where it is to be tried again.</returns>
    private async Task<bool> TryRestoreAsync(string code, CancellationToken cancellation)
    {
        try
        {
            var room = await file.ReadAsync(code, cancellation);
            if (modes.FirstOrDefault(one => one.Id == room.Mode) is not { } mode)
            {
                LogUnknownMode(code, room.Mode);
                _given.Add(code);
                return true;
            }

            var now = clock.GetUtcNow();
            if (await FindClaimAsync(room, now, cancellation) is not { IsKnown: true } claim)
                return false;
            var restored = RoomRules.Restore(room, now) with { Written = now };
            // Where another room has the code by now, what this one has judged is still to be stored.
            restored = claim.Until is null ? mode.Close(restored) with { HasEnded = true } : restored with { ClaimedUntil = claim.Until };
            // Killed again before anything changes, it would give out the same versions twice.
            await file.SaveAsync(restored);
            Begin(restored, mode).Connections.ExpectScreen(restored);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A damaged file keeps neither the other rooms nor the game from starting.
            LogUnreadable(code, e);
            _given.Add(code);
            return true;
        }
    }

    /// <summary>
    /// Until when a room has its code. As long as its last claim lasts nobody else can have it, so it is played even while the store is
    /// away.
    /// </summary>
    private async Task<(bool IsKnown, DateTimeOffset? Until)> FindClaimAsync(Room room, DateTimeOffset now, CancellationToken cancellation)
    {
        if (now < room.ClaimedUntil)
            return (true, room.ClaimedUntil);
        try
        {
            return (true, await claims.TryClaimAsync(room.Code, room.StageKey, cancellation));
        }
        catch (StoreException e)
        {
            LogOnce(room.Code, () => LogUnclaimed(room.Code, e));
            return (false, null);
        }
    }

    private void LogOnce(string what, Action log)
    {
        if (_told != what)
            log();
        _told = what;
    }

    [LoggerMessage(LogLevel.Warning, "Another game uses this data folder and has its rooms; none can be opened here until it ends")]
    private partial void LogOwnedByAnother();

    [LoggerMessage(LogLevel.Error, "No room can be opened until the data folder can be written")]
    private partial void LogNoRooms(Exception exception);

    [LoggerMessage(LogLevel.Error, "The room {Code} waits for the store, which knows whether its code was given away. It is tried again")]
    private partial void LogUnclaimed(string code, Exception exception);

    [LoggerMessage(LogLevel.Error, "The room {Code} cannot be played on; its file stays where it is")]
    private partial void LogUnreadable(string code, Exception exception);

    [LoggerMessage(LogLevel.Error, "The room {Code} cannot be played on: this build has no mode {Mode}. Its file stays where it is")]
    private partial void LogUnknownMode(string code, string mode);
}
