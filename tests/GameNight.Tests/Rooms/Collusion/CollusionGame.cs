using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Rooms.Fool;
using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms.Collusion;

/// <summary>
/// A game of the mode fool, by the rules and without a server, in which the first seats hold together. Honest people draw with some
/// boldness: the bolder, the more machines are fooled, and the fewer people read it. The same seed gives the same people.
/// </summary>
/// <param name="people">How many play.</param>
/// <param name="allies">How many of them hold together.</param>
/// <param name="scheme">What these do.</param>
/// <param name="seed">Of the room and its people.</param>
internal sealed class CollusionGame(int people, int allies, Scheme scheme, int seed)
{
    private const int Rounds = 5;
    private const int Machines = 6;

    /// <summary>Of a drawing that people can read, an honest juror reads it.</summary>
    private const double Attention = 0.95;

    /// <summary>A scribble, or a drawing that cannot be read, is taken for what it was to be.</summary>
    private const double Luck = 0.1;

    /// <summary>At most, of the boldest drawings, cannot be read; and is the chance to fool a machine.</summary>
    private const double Boldest = 0.2;

    private static readonly DrawnDigit Drawing =
        DrawnDigit.FromInk(Ink.FromStrokes([[[0, 0, 0], [10, 50, 100], [0, 90, 200]]]), InputKind.Touch);

    private readonly RoomRules _rules = new(new FoolMode(), 1);
    private readonly Dictionary<Guid, bool> _isReadable = [];
    private DateTimeOffset _now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
    private Room _room = null!;
    private int _commands;

    /// <summary>The ledger of a whole game.</summary>
    public IReadOnlyList<PointEntry> Play()
    {
        _room = new Room
        {
            Code = "BCDF",
            StageKey = "key",
            Mode = "fool",
            Rounds = Rounds,
            IsByHost = true,
            Seed = seed,
            LastAct = _now,
            Written = _now,
            Known = [.. Enumerable.Range(0, 40 * Rounds).Select(i => new KnownDrawing(Guid.CreateVersion7(), Drawing.Ink!, i % 10))],
        };
        for (var i = 1; i <= people; i++)
            _room = RoomRules.Join(_room, $"player {i}", $"Person {i}", _now);
        Do(RoomRules.Screen, id => new StartCommand(id, null, null));
        while (_room.Phase != RoomPhase.Podium)
        {
            if (_room.Phase == RoomPhase.Draw)
                Everybody(Draw);
            else if (_room.Phase == RoomPhase.Jury)
                Everybody(Judge);
            _now = _rules.NextAlarm(_room, _now);
            _room = _rules.Advance(_room, _now, Presence);
        }

        return _room.Ledger;
    }

    private Presence Presence => new(_room.Seats.Select(seat => seat.Number).ToHashSet(), IsScreenGone: false);

    private bool IsAlly(int seat) => scheme != Scheme.None && seat <= allies;

    /// <summary>A person's dice in a round: thrown the same, whatever the others do.</summary>
    private Random DiceOf(int seat) => new(unchecked((((seed * 1009 + seat) * 1009) + _room.Round) * 1009 + (int)_room.Phase));

    private void Everybody(Action<int, Random> act)
    {
        for (var seat = 1; seat <= people; seat++)
            act(seat, DiceOf(seat));
    }

    private void Draw(int seat, Random dice)
    {
        if (_rules.Mode.TaskOf(_room, seat) is not { } task)
            return;
        var (boldness, isScribble) = (Boldest * dice.NextDouble(), IsAlly(seat) && (scheme is Scheme.Scribble or Scheme.ScribbleAndSpoil));
        var play = new Observation
        {
            Id = Guid.CreateVersion7(_now),
            Time = _now,
            Player = $"player {seat}",
            Ink = Drawing.Ink,
            Image = Drawing.Image,
            NormaliserVersion = 1,
            Chosen = "machine-0",
            Task = task,
            Guesses = [.. Enumerable.Range(0, Machines).Select(machine =>
                GuessOf(machine, task.Asked!.Value, isScribble | dice.NextDouble() < boldness, dice.NextDouble() < 0.5))],
        };
        _isReadable[play.Id] = !isScribble & dice.NextDouble() >= boldness;
        Do(seat, id => new DrawCommand(id, _room.Round, play.Ink!, play));
    }

    private void Judge(int seat, Random dice)
    {
        foreach (var ballot in _room.Ballots.FindAll(ballot => ballot.Seat == seat && !ballot.IsCast))
            Do(seat, id => new VoteCommand(id, _room.Round, ballot.Drawing, Read(seat, ballot.Drawing, dice)));
    }

    private int? Read(int seat, Guid id, Random dice)
    {
        var drawing = _room.Drawings.Find(one => one.Id == id);
        var digit = drawing?.Asked ?? _room.Known.Find(one => one.Id == id)!.Digit;
        var attention = IsAlly(seat) && scheme == Scheme.LookTwice ? 1 : Attention;
        var isRight = dice.NextDouble() < (drawing is null || _isReadable[id] ? attention : Luck);
        var (isNone, other) = (dice.Next(3) == 0, (digit + dice.Next(1, 10)) % 10);
        int? honest = isRight ? digit : isNone ? null : other;
        if (!IsAlly(seat) || scheme == Scheme.LookTwice)
            return honest;
        if (scheme == Scheme.Blind)
            return dice.Next(10);
        if (drawing is not null && IsAlly(drawing.Seat))
            return digit;
        return scheme == Scheme.ScribbleAndSpoil ? (honest is { } read ? (read + dice.Next(1, 10)) % 10 : other) : honest;
    }

    private void Do(int caller, Func<string, RoomCommand> command)
    {
        (_room, var answer) = _rules.Apply(_room, caller, command($"command {++_commands}"), _now, Presence);
        answer.Require();
        // Nothing is sent twice here, and looking through all that was answered takes most of the time.
        _room = _room with { Answers = [] };
        if (caller == RoomRules.Screen)
            _room = _rules.Advance(_room, _now, Presence);
    }

    private static Guess GuessOf(int machine, int digit, bool isFooled, bool isSure)
    {
        var sureness = isSure ? 0.95f : 0.6f;
        var probabilities = new float[10];
        Array.Fill(probabilities, (1 - sureness) / 9);
        probabilities[isFooled ? (digit + 1) % 10 : digit] = sureness;
        return new Guess($"machine-{machine}", "1", probabilities);
    }
}
