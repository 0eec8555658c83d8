namespace GameNight.Rooms.Game;

/// <content>What phones and the screen want.</content>
public sealed partial class RoomRules
{
    /// <summary>The caller of a command that comes from the screen.</summary>
    public const int Screen = 0;

    /// <summary>Carries out a command. One that is refused leaves the room as it is.</summary>
    /// <param name="room">The room.</param>
    /// <param name="caller">The seat's number, or <see cref="Screen"/>.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">Now.</param>
    /// <param name="presence">Who is there.</param>
    /// <returns>The room, with the answer among its <see cref="Room.Answers"/>, and the answer.</returns>
    public (Room Room, CommandAnswer Answer) Apply(Room room, int caller, RoomCommand command, DateTimeOffset now, Presence presence)
    {
        if (room.Answers.Find(earlier => earlier.Caller == caller && earlier.Id == command.Id) is { } known)
            return (room, known);
        try
        {
            var changed = Changed(Carry(room, caller, command, now, presence), now);
            var answer = new CommandAnswer(caller, command.Id, changed.Version);
            // A seat that has left the room's list takes its answers along.
            return (Remember(changed, answer), answer);
        }
        catch (RoomRefusedException e)
        {
            var answer = new CommandAnswer(caller, command.Id, room.Version, e.Status, e.Message);
            return (Remember(room, answer), answer);
        }
    }

    private static Room Remember(Room room, CommandAnswer answer)
    {
        var answers = room.Answers.Add(answer);
        var excess = answers.FindAll(earlier => earlier.Caller == answer.Caller).Count - CommandAnswer.Kept;
        return room with { Answers = excess > 0 ? answers.Remove(answers.Find(one => one.Caller == answer.Caller)!) : answers };
    }

    private Room Carry(Room room, int caller, RoomCommand command, DateTimeOffset now, Presence presence)
    {
        if (room.HasEnded)
            throw RoomRefusedException.NotFound("This room has ended.");
        if (command.Round is { } round && round != room.Round)
        {
            throw RoomRefusedException.Conflict(room.Round == 0
                ? $"That was for round {round}. The game isn't on at the moment."
                : $"That was for round {round}, and this is round {room.Round}.");
        }

        if (command.Phase is { } phase && phase != room.Phase)
            throw RoomRefusedException.Conflict(RoomText.NotNow(phase, room.Phase));
        return command switch
        {
            DrawCommand draw => Draw(room, SeatOf(room, caller), draw, now),
            VoteCommand vote => Vote(room, SeatOf(room, caller), vote, now),
            MoreTimeCommand more => room.With(SeatOf(room, caller) with { HasMoreTime = more.On }),
            RenameCommand rename => Rename(room, SeatOf(room, rename.Seat), rename.Name),
            LeaveCommand => room.With(SeatOf(room, caller) with { HasLeft = true }),
            KickCommand kick => Kick(room, SeatOf(room, kick.Seat), now),
            LockCommand change => room with { IsLocked = change.On },
            StartCommand => Start(room, now, presence),
            PauseCommand => Pause(room, now),
            ResumeCommand when room.Pause == RoomPause.None => throw RoomRefusedException.Conflict("The game isn't paused."),
            ResumeCommand => Resume(room, now),
            SkipCommand when room.Step is null => throw RoomRefusedException.Conflict("There's nothing to skip."),
            SkipCommand when !mode.MayEnd(room) => throw RoomRefusedException.Conflict("One moment: the rookies are still at their exam."),
            SkipCommand => Next(room, now, presence),
            EndCommand => mode.Close(room) with { HasEnded = true },
            _ => throw new ArgumentException($"{command.GetType().Name} is no command of a room.", nameof(command)),
        };
    }

    private static Seat SeatOf(Room room, int number) =>
        room.Seats.Find(seat => seat.Number == number) ?? throw RoomRefusedException.NotFound($"There's no seat {number} in this room.");

    private Room Draw(Room room, Seat seat, DrawCommand command, DateTimeOffset now)
    {
        RequireTime(room, seat, now);
        if (seat.IsWatching)
            throw RoomRefusedException.Forbidden("You're watching this game. You vote; drawing is for those who came first.");
        if (!mode.HasToAct(room, seat.Number))
        {
            throw RoomRefusedException.Conflict(mode.Concerned(room).Contains(seat.Number)
                ? "You've drawn already in this round."
                : "You've come in during this round. You'll draw the next time.");
        }

        if (mode.Refuse(room, command.Ink) is { } trouble)
            throw new RoomRefusedException(StatusCodes.Status422UnprocessableEntity, trouble);
        // What was guessed for another task came in before this one was dealt.
        return command.Play is { } play && play.Task == mode.TaskOf(room, seat.Number)
            ? mode.Take(room, seat.Number, play)
            : throw RoomRefusedException.Conflict("Time's up: the drawing came too late for this round.");
    }

    private Room Vote(Room room, Seat seat, VoteCommand command, DateTimeOffset now)
    {
        RequireTime(room, seat, now);
        var index = room.Ballots.FindIndex(one => one.Seat == seat.Number && one.Drawing == command.Drawing);
        if (index < 0)
        {
            throw room.Drawings.Exists(drawing => drawing.Id == command.Drawing)
                ? RoomRefusedException.Forbidden("That drawing isn't yours to judge.")
                : RoomRefusedException.NotFound("There's no such drawing in this round.");
        }

        var ballot = room.Ballots[index];
        if (ballot.IsCast)
            throw RoomRefusedException.Conflict("You've judged that drawing already.");
        return room with { Ballots = room.Ballots.SetItem(index, ballot with { IsCast = true, Digit = command.Digit, Time = now }) };
    }

    private void RequireTime(Room room, Seat seat, DateTimeOffset now)
    {
        if (room.Pause != RoomPause.None)
            throw RoomRefusedException.Conflict("The game is paused. Send it again when it goes on.");
        if (now > DeadlineOf(room, seat))
            throw RoomRefusedException.Conflict("Time's up: that came a moment too late.");
    }

    private static Room Rename(Room room, Seat seat, string? name)
    {
        if (!Names.SeatName.TryRead(name, out var read, out var trouble))
            throw RoomRefusedException.Invalid("name", trouble!);
        RequireFree(room, seat.Number, read);
        return room.With(seat with { Name = read });
    }

    private static Room Kick(Room room, Seat seat, DateTimeOffset now) =>
        Without(room, seat.Number) with { Kicked = room.Kicked.SetItem(seat.Player, now) };

    private Room Start(Room room, DateTimeOffset now, Presence presence)
    {
        if (room.Phase == RoomPhase.Podium)
            return room with { Phase = RoomPhase.Lobby, Round = 0, Seats = room.Seats.RemoveAll(seat => seat.HasLeft) };
        if (room.Phase != RoomPhase.Lobby)
            throw RoomRefusedException.Conflict("The game is on already.");
        var here = room.Present.Count();
        if (here < FewestSeats)
            throw RoomRefusedException.Conflict(RoomText.TooFew(here));
        var begun = WithPlaces(room) with { Games = room.Games + 1, Ledger = [], Doubts = [] };
        return Enter(begun, 1, 0, now, presence with { IsScreenGone = false });
    }

    private static Room Pause(Room room, DateTimeOffset now) => room switch
    {
        { Step: null } => throw RoomRefusedException.Conflict("There's nothing to pause."),
        { Pause: RoomPause.Screen } => throw RoomRefusedException.Conflict("The game is paused already."),
        { Pause: RoomPause.Gone } => room with { Pause = RoomPause.Screen },
        _ => room with { Pause = RoomPause.Screen, Left = room.Deadline - now, Deadline = null },
    };
}
