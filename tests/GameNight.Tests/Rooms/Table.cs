using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Rooms.Fool;
using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

/// <summary>A room with people at it, without a server: what they do happens at once.</summary>
internal sealed class Table
{
    private int _commands;

    /// <param name="people">How many sit at it.</param>
    /// <param name="rounds">How many rounds a game has.</param>
    /// <param name="seed">Of what is drawn by lot.</param>
    /// <param name="pace">By which all times are multiplied.</param>
    /// <param name="mode">The game; fool where nothing is said.</param>
    public Table(int people, int rounds = 5, int seed = 1, double pace = 1, IRoomMode? mode = null)
    {
        Mode = mode ?? new FoolMode();
        Rules = new RoomRules(Mode, pace);
        Room = new Room
        {
            Code = "BCDF",
            StageKey = "key",
            Mode = Mode.Id,
            Rounds = rounds,
            IsByHost = true,
            Seed = seed,
            LastAct = Now,
            Written = Now,
            Known = [.. Enumerable.Range(0, 60).Select(i => new KnownDrawing(Guid.CreateVersion7(), InkOf(i), i % 10))],
        };
        for (var i = 1; i <= people; i++)
            Join($"player {i}", $"Person {i}");
    }

    public IRoomMode Mode { get; }

    public RoomRules Rules { get; }

    public Room Room { get; set; }

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    /// <summary>The seats whose phones are away.</summary>
    public HashSet<int> Away { get; } = [];

    public bool IsScreenGone { get; set; }

    public Presence Presence => new(Room.Present.Select(seat => seat.Number).Except(Away).ToHashSet(), IsScreenGone);

    public Seat Join(string player, string name)
    {
        Room = RoomRules.Join(Room, player, name, Now);
        return Room.SeatOf(player)!;
    }

    /// <summary>Lets time pass, and whatever is over end.</summary>
    public void Pass(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        Room = Rules.Advance(Room, Now, Presence);
    }

    /// <summary>Lets time pass until a phase begins.</summary>
    public void PassTo(RoomPhase phase)
    {
        for (var i = 0; Room.Phase != phase; i++)
        {
            Assert.True(i < 1000, $"The room stays in {Room.Phase}.");
            Now = Rules.NextAlarm(Room, Now);
            Room = Rules.Advance(Room, Now, Presence);
        }
    }

    public CommandAnswer Do(int caller, Func<string, RoomCommand> command)
    {
        (Room, var answer) = Rules.Apply(Room, caller, command($"command {++_commands}"), Now, Presence);
        Room = Rules.Advance(Room, Now, Presence);
        return answer;
    }

    public CommandAnswer Start() => Do(RoomRules.Screen, id => new StartCommand(id, null, null));

    /// <summary>Draws what the seat is asked for.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="guesses">What each machine guesses, given the digit; where nothing is said, all read it.</param>
    public CommandAnswer Draw(int seat, Func<int, int[]>? guesses = null)
    {
        var task = Mode.TaskOf(Room, seat);
        return Do(seat, id => new DrawCommand(
            id, Room.Round, InkOf(seat), task is null ? null : PlayOf(Room, seat, task, guesses?.Invoke(task.Asked!.Value), Now)));
    }

    /// <summary>Judges everything that the seat is to judge.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="read">What it reads, given the true digit.</param>
    public void Judge(int seat, Func<Ballot, int, int?> read)
    {
        foreach (var ballot in Room.Ballots.FindAll(ballot => ballot.Seat == seat && !ballot.IsCast))
            Do(seat, id => new VoteCommand(id, Room.Round, ballot.Drawing, read(ballot, Truth(ballot.Drawing))));
    }

    /// <summary>The digit that a drawing was to be.</summary>
    public int Truth(Guid drawing) =>
        Room.Drawings.Find(one => one.Id == drawing)?.Asked ?? Room.Known.Find(one => one.Id == drawing)!.Digit;

    public int PointsOf(int seat) => Room.Ledger.Where(entry => entry.Seat == seat).Sum(entry => entry.Points);

    public static Ink InkOf(int seed) => Ink.FromStrokes([[[0, 0, 0], [10 + seed, 50, 100], [seed, 90, 200]]]);

    /// <summary>A drawing that machines have guessed.</summary>
    /// <param name="room">The room.</param>
    /// <param name="seat">Who has drawn it.</param>
    /// <param name="task">For which task.</param>
    /// <param name="guesses">What each machine guesses; null where two read it.</param>
    /// <param name="now">When it was drawn.</param>
    public static Observation PlayOf(Room room, int seat, DrawingTask task, int[]? guesses, DateTimeOffset now)
    {
        var drawing = DrawnDigit.FromInk(InkOf(seat), InputKind.Touch);
        return new Observation
        {
            Id = Guid.CreateVersion7(now),
            Time = now,
            Player = room.Seats.Find(one => one.Number == seat)!.Player,
            Ink = drawing.Ink,
            Image = drawing.Image,
            NormaliserVersion = 1,
            Chosen = "machine-0",
            Task = task,
            Guesses = [.. (guesses ?? [task.Asked!.Value, task.Asked.Value]).Select((digit, i) => GuessOf($"machine-{i}", digit))],
        };
    }

    private static Guess GuessOf(string machine, int digit)
    {
        var probabilities = new float[10];
        Array.Fill(probabilities, 0.05f / 9);
        probabilities[digit] = 0.95f;
        return new Guess(machine, "1", probabilities);
    }
}
