using System.Threading.Channels;
using GameNight.Rooms.Game;
using GameNight.Storage;

namespace GameNight.Rooms.Live;

/// <summary>
/// A room that is played: its only writer takes what everybody wants in the order of coming, lets time pass, writes the room to the disk,
/// and announces it then. Safe for concurrent use.
/// </summary>
public sealed partial class LiveRoom
{
    /// <summary>After a failure to write, time goes on no sooner than this.</summary>
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    /// <summary>Timers end a little early now and then; the alarm would ring again and again.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(1);

    private readonly Channel<RoomWork> _work = Channel.CreateUnbounded<RoomWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RoomFile _file;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private volatile Announcement _current;
    private Room _room;

    /// <param name="room">The room, which is on the disk.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="pace">By which all times are multiplied.</param>
    /// <param name="file">Where it is written to.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="log">For what fails.</param>
    public LiveRoom(Room room, RoomRules rules, double pace, RoomFile file, TimeProvider clock, ILogger log)
    {
        (_room, _file, _clock, _log) = (room, file, clock, log);
        Rules = rules;
        Connections = new RoomConnections(pace, clock);
        Connections.Expect(room.Seats.Select(seat => seat.Number));
        Connections.Changed += () => _work.Writer.TryWrite(new RoomChange<bool>(static (room, _, _) => (room, true)));
        _current = new Announcement(room, Connections.At(clock.GetUtcNow()));
    }

    public RoomRules Rules { get; }

    public RoomConnections Connections { get; }

    /// <summary>The room as it was announced last.</summary>
    public Announcement Current => _current;

    /// <summary>Gives a player a seat, durably when the task completes.</summary>
    /// <returns>The seat, and whether it is new.</returns>
    /// <exception cref="RoomRefusedException">There is none for the player.</exception>
    /// <exception cref="StoreException">The room cannot be written.</exception>
    public Task<(Seat Seat, bool IsNew)> JoinAsync(string player, string? name, CancellationToken cancellation) => ChangeAsync(
        (room, now, _) =>
        {
            var joined = RoomRules.Join(room, player, name, now);
            return (joined, (joined.SeatOf(player)!, room.SeatOf(player) is null));
        }, cancellation);

    /// <summary>Carries out a command, durably when the task completes.</summary>
    /// <exception cref="StoreException">The room cannot be written; nothing was changed.</exception>
    public Task<CommandAnswer> CommandAsync(int caller, RoomCommand command, CancellationToken cancellation) =>
        ChangeAsync((room, now, presence) => Rules.Apply(room, caller, command, now, presence), cancellation);

    /// <summary>Changes the room, durably when the task completes.</summary>
    /// <exception cref="StoreException">The room cannot be written; nothing was changed.</exception>
    public Task ChangeAsync(Func<Room, Room> change, CancellationToken cancellation) =>
        ChangeAsync((room, _, _) => (change(room), true), cancellation);

    /// <summary>Plays the room until it ends.</summary>
    /// <param name="stopping">Ends it before, without an exception; the room can be played on from the disk.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!_room.HasEnded)
            {
                await WaitAsync(stopping);
                await TurnAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It is on the disk, and played on from there.
        }
        finally
        {
            _work.Writer.Complete();
            while (_work.Reader.TryRead(out var work))
                work.Fail(Over());
        }
    }

    private async Task<T> ChangeAsync<T>(
        Func<Room, DateTimeOffset, Presence, (Room Room, T Result)> change, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var work = new RoomChange<T>(change);
        // Once it waits, it is done: the room's writer knows nobody's cancellation.
        return _work.Writer.TryWrite(work) ? await work.Done : throw Over();
    }

    /// <summary>What is answered when the room's writer has gone. A room that was only stopped comes back, so phones try again.</summary>
    private Exception Over() => _room.HasEnded
        ? RoomRefusedException.NotFound("This room has ended.")
        : new StoreException($"The room {_room.Code} stands still, because the game is being stopped.");

    private async Task WaitAsync(CancellationToken stopping)
    {
        var now = _clock.GetUtcNow();
        var alarm = Rules.NextAlarm(_room, now);
        if (Connections.NextChange(now) is { } change && change < alarm)
            alarm = change;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var pause = alarm > now ? alarm - now : LeastPause;
        await Task.WhenAny(_work.Reader.WaitToReadAsync(waiting.Token).AsTask(), Task.Delay(pause, _clock, waiting.Token));
        await waiting.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }

    private async Task TurnAsync(CancellationToken stopping)
    {
        var batch = new List<RoomWork>();
        while (_work.Reader.TryRead(out var work))
            batch.Add(work);
        var (now, before) = (_clock.GetUtcNow(), _room);
        var presence = Connections.At(now);
        try
        {
            // One write for all that has come meanwhile.
            var after = batch.Aggregate(Rules.Advance(before, now, presence), (room, work) => work.Apply(room, now, presence));
            after = Rules.Advance(after, now, presence);
            if (!after.HadScreen && Connections.HasScreen)
                after = after with { HadScreen = true, Version = after.Version + 1 };
            if (after.Version != before.Version)
            {
                after = after with { Written = now };
                await _file.SaveAsync(after);
            }

            Announce(after, presence, batch);
        }
        catch (StoreException e)
        {
            LogNotWritten(before.Code, e);
            batch.ForEach(work => work.Fail(e));
            await Task.Delay(RetryPause, _clock, stopping);
        }
        catch (Exception e)
        {
            // A mistake of ours ends neither the room nor the calls that wait for it.
            LogFailed(before.Code, e);
            batch.ForEach(work => work.Fail(e));
            await Task.Delay(RetryPause, _clock, stopping);
        }
    }

    /// <summary>Tells those who asked, and then everybody.</summary>
    private void Announce(Room room, Presence presence, List<RoomWork> done)
    {
        var earlier = _current;
        var hasMoved = presence.IsScreenGone != earlier.Presence.IsScreenGone
            || !presence.Connected.SetEquals(earlier.Presence.Connected);
        if (room.Version == earlier.Room.Version && hasMoved)
            room = room with { Version = room.Version + 1 };
        _room = room;
        var isNew = room.Version != earlier.Room.Version;
        if (isNew)
            _current = new Announcement(room, presence);
        // Those first: of forty who follow, nobody waits for an answer.
        done.ForEach(work => work.Complete());
        if (isNew)
            earlier.Supersede();
    }

    [LoggerMessage(LogLevel.Error, "The room {Code} cannot be written, so it stands still. It is tried again")]
    private partial void LogNotWritten(string code, Exception exception);

    [LoggerMessage(LogLevel.Error, "A turn of the room {Code} failed; the room is as it was before")]
    private partial void LogFailed(string code, Exception exception);
}
