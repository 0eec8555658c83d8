using System.Collections.Immutable;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Rooms.Fool;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Coach;

/// <summary>
/// Teams teach a rookie each, which knows nothing; they look at what it mixes up, draw against the rivals' rookies, and all rookies sit an
/// exam.
/// </summary>
public sealed class CoachMode : IRoomMode
{
    /// <summary>How many drawings each person teaches in a round at most.</summary>
    public const int MostLessons = 12;

    private const string Teach = "teach";
    private const string Exam = "exam";

    public string Id => "coach";

    public int UsualRounds => 2;

    public Type? StateType => typeof(CoachState);

    public IReadOnlyList<RoomStep> Steps { get; } =
    [
        new("brief", RoomPhase.Brief, 5),
        new(Teach, RoomPhase.Draw, 60),
        new("look", RoomPhase.Reveal, 15),
        new("attack", RoomPhase.Draw, 30),
        new("jury", RoomPhase.Jury, 20),
        new(Exam, RoomPhase.Reveal, 15),
        new("board", RoomPhase.Board, 8),
    ];

    public Room Begin(Room room, IReadOnlySet<int> connected)
    {
        var state = CoachState.Of(room);
        return StepOf(room) switch
        {
            "brief" => room with
            {
                Twist = Twist.None,
                Asked = ImmutableSortedDictionary<int, int>.Empty,
                Drawings = [],
                Ballots = [],
                State = room.Round == 1
                    ? new CoachState { Teams = TeamDeal.Deal(room) }
                    : state with { Teams = TeamDeal.Complete(room, state.Teams), Exams = [], Answers = state.Answers.Clear() },
            },
            Teach => room with { State = state with { Teams = TeamDeal.Complete(room, state.Teams) } },
            "attack" => DigitDeal.Deal(room with { State = state with { Teams = TeamDeal.Complete(room, state.Teams) } }),
            "jury" => JuryDraw.Summon(
                room, connected, seat => state.Teams.TryGetValue(seat, out var team) ? team : null),
            // What is counted may have to wait for the rookies; what is stored has not.
            Exam => CoachScore.Count(JudgedDrawing.Store(room)),
            _ => room,
        };
    }

    public IEnumerable<int> Concerned(Room room) => StepOf(room) switch
    {
        Teach => CoachState.Of(room).Teams.Keys,
        "attack" => room.Asked.Keys,
        "jury" => room.Ballots.Select(ballot => ballot.Seat).Distinct(),
        _ => [],
    };

    public int Left(Room room, int seat) => StepOf(room) switch
    {
        Teach when CoachState.Of(room).Teams.ContainsKey(seat) => MostLessons - TaughtBy(room, seat),
        "attack" when room.Asked.ContainsKey(seat) => room.Drawings.Exists(drawing => drawing.Seat == seat) ? 0 : 1,
        "jury" => room.Ballots.Count(ballot => ballot.Seat == seat && !ballot.IsCast),
        _ => 0,
    };

    /// <inheritdoc/>
    /// <remarks>What is taught counts like a challenge, what attacks like a drawing that was made to fool.</remarks>
    public DrawingTask? TaskOf(Room room, int seat) => StepOf(room) switch
    {
        Teach when Left(room, seat) > 0 => new DrawingTask(PlayMode.Free, Lessons(room, seat)[TaughtBy(room, seat)]),
        "attack" when room.Asked.TryGetValue(seat, out var digit) => new DrawingTask(PlayMode.Fool, digit),
        _ => null,
    };

    public Room Take(Room room, int seat, Observation play)
    {
        if (StepOf(room) != Teach)
            return room with { Drawings = room.Drawings.Add(new RoomDrawing(seat, play)) };
        var state = CoachState.Of(room);
        var lesson = new Lesson(play.Id, seat, state.Teams[seat], room.Round, play.Task!.Asked!.Value)
        {
            Pixels = play.Image.Pixels.ToArray(),
        };
        // What was taught is no secret, so it is stored at once. Nobody judges it, so it gets no label.
        return room with { State = state with { Lessons = state.Lessons.Add(lesson) }, Judged = room.Judged.Add(play) };
    }

    public bool MayEnd(Room room) => StepOf(room) != Exam || CoachState.Of(room).Counted == room.Round;

    public Room Close(Room room) => StepOf(room) is "attack" or "jury" ? JudgedDrawing.Store(room) : room;

    public Room Forget(Room room, int seat)
    {
        var state = CoachState.Of(room);
        return room.State is null ? room : room with
        {
            State = state with { Lessons = state.Lessons.RemoveAll(lesson => lesson.Seat == seat), Teams = state.Teams.Remove(seat) },
        };
    }

    public string? Refuse(Room room, Ink ink) => null;

    public IReadOnlyList<Team>? Teams(Room room) =>
        room.State is CoachState && room.Phase != RoomPhase.Lobby ? CoachScore.Teams(room, IsShown(room), IsExamined(room)) : null;

    public IReadOnlyList<RevealedDrawing>? Reveal(Room room) => IsExamined(room) ? CoachScore.Reveal(room)
        : room.Phase == RoomPhase.Reveal ? []
        : null;

    public IReadOnlyList<Award> Awards(Room room) => CoachScore.Awards(room);

    private string? StepOf(Room room) => room.Step is { } step ? Steps[step].Name : null;

    /// <summary>Whether what the rookies mix up is known to all: from the look on.</summary>
    private static bool IsShown(Room room) => room.Step is null or >= 2;

    /// <summary>Whether the exam's results are known to all.</summary>
    private static bool IsExamined(Room room) => room.Phase == RoomPhase.Podium || room.Step >= 5;

    private static int TaughtBy(Room room, int seat) =>
        CoachState.Of(room).Lessons.Count(lesson => lesson.Seat == seat && lesson.Round == room.Round);

    /// <summary>The digits that a seat is asked to teach, all ten before any comes again.</summary>
    private static int[] Lessons(Room room, int seat)
    {
        var chance = new Random(unchecked((((room.Seed * 31) + room.Round) * 31) + seat));
        int[] first = [.. Enumerable.Range(0, 10)], second = [.. first];
        chance.Shuffle(first);
        chance.Shuffle(second);
        return [.. first, .. second];
    }
}
