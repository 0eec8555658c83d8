namespace GameNight.Rooms.Game;

/// <summary>
/// What happens in a room, when, and what is refused. Nothing here waits, reads a clock or touches a file: a room, a moment and a wish
/// in, a room out.
/// </summary>
/// <param name="mode">The rules of the room's game.</param>
/// <param name="pace">By which all times are multiplied; 0.1 is ten times as quick.</param>
public sealed partial class RoomRules(IRoomMode mode, double pace)
{
    /// <summary>After this time in which nobody has done anything a room ends, however quick it is.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromHours(2);

    public IRoomMode Mode => mode;

    /// <summary>The step that goes on; null in the lobby and on the podium.</summary>
    public RoomStep? StepOf(Room room) => room.Step is { } step ? mode.Steps[step] : null;

    /// <summary>How long a step lasts at most, for who has the usual time.</summary>
    public TimeSpan LengthOf(RoomStep step) => TimeSpan.FromSeconds(step.Seconds * pace);

    /// <summary>When the phase ends for a seat; null where the clock does not run.</summary>
    public DateTimeOffset? DeadlineOf(Room room, Seat? seat) => room.Deadline is { } deadline && StepOf(room) is { } step
        ? HasDouble(step, seat) ? deadline + LengthOf(step) : deadline
        : null;

    /// <summary>How long the phase is for a seat; null where it has no end.</summary>
    public TimeSpan? LengthOf(Room room, Seat? seat) =>
        StepOf(room) is { } step ? LengthOf(step) * (HasDouble(step, seat) ? 2 : 1) : null;

    /// <summary>
    /// The room at a moment: phases that are over have ended, a room that everybody has left for long, or whose code is not its own any
    /// more, too.
    /// </summary>
    public Room Advance(Room room, DateTimeOffset now, Presence presence)
    {
        if (room.HasEnded)
            return room;
        if (now - room.LastAct >= IdleTime || now >= room.ClaimedUntil)
            return mode.Close(room) with { HasEnded = true, Version = room.Version + 1 };
        if (room.Pause == RoomPause.Gone && !presence.IsScreenGone)
            room = Resume(room, now) with { Version = room.Version + 1 };
        while (IsOver(room, now, presence))
            room = Next(room, now, presence) with { Version = room.Version + 1 };
        return room;
    }

    /// <summary>When the room may next change by time alone.</summary>
    /// <param name="room">The room, advanced to this moment.</param>
    /// <param name="now">Now.</param>
    public DateTimeOffset NextAlarm(Room room, DateTimeOffset now)
    {
        var idle = room.LastAct + IdleTime;
        if (room.ClaimedUntil < idle)
            idle = room.ClaimedUntil.Value;
        if (room.Deadline is not { } deadline || StepOf(room) is not { } step)
            return idle;
        // Who has more time may be away by then, so the usual end is looked at in any case.
        var end = now < deadline ? deadline : deadline + LengthOf(step);
        return now < end && end < idle ? end : idle;
    }

    /// <summary>
    /// A room that was read from the disk, after the game was killed or stopped: what was left of the phase then is left now.
    /// </summary>
    /// <param name="room">As it was written.</param>
    /// <param name="now">Now.</param>
    public static Room Restore(Room room, DateTimeOffset now) => room with
    {
        Deadline = now + (room.Deadline - room.Written),
        LastAct = now - Longest(room.Written - room.LastAct, TimeSpan.Zero),
        // Versions that were announced without being written, because only connections had changed, are not given out again.
        Version = room.Version + 10_000,
    };

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static bool HasDouble(RoomStep step, Seat? seat) => step.IsTask && seat is { HasMoreTime: true };

    private static Room Resume(Room room, DateTimeOffset now) =>
        room with { Pause = RoomPause.None, Deadline = now + room.Left, Left = null };

    private bool IsOver(Room room, DateTimeOffset now, Presence presence)
    {
        if (room.Pause != RoomPause.None || StepOf(room) is not { } step || !mode.MayEnd(room))
            return false;
        if (!step.IsTask)
            return now >= room.Deadline;
        var concerned = mode.Concerned(room).ToHashSet();
        var waiting = room.Present.Where(seat => concerned.Contains(seat.Number) && presence.Connected.Contains(seat.Number)
            && mode.HasToAct(room, seat.Number)).ToList();
        if (concerned.Count == 0 || (waiting.Count == 0 && concerned.Any(seat => !mode.HasToAct(room, seat))))
            return true;
        return now >= room.Deadline && waiting.TrueForAll(seat => now >= DeadlineOf(room, seat));
    }

    private Room Next(Room room, DateTimeOffset now, Presence presence)
    {
        if (room.Step + 1 < mode.Steps.Count)
            return Enter(room, room.Round, room.Step!.Value + 1, now, presence);
        return room.Round < room.Rounds
            ? Enter(room, room.Round + 1, 0, now, presence)
            : room with { Phase = RoomPhase.Podium, Step = null, Deadline = null, Left = null, Pause = RoomPause.None };
    }

    private Room Enter(Room room, int round, int step, DateTimeOffset now, Presence presence)
    {
        var length = LengthOf(mode.Steps[step]);
        // What the screen has paused stays paused when it skips.
        var pause = room.Pause == RoomPause.Screen ? RoomPause.Screen : presence.IsScreenGone ? RoomPause.Gone : RoomPause.None;
        var entered = room with
        {
            Round = round,
            Step = step,
            Phase = mode.Steps[step].Phase,
            Deadline = pause == RoomPause.None ? now + length : null,
            Left = pause == RoomPause.None ? null : length,
            Pause = pause,
        };
        return mode.Begin(entered, presence.Connected);
    }
}
