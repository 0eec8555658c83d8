using System.Collections.Immutable;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Play.Fool;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>
/// Everybody draws a secret digit so that people read it and machines don't; then people judge each other's drawings, and the machines'
/// guesses are shown.
/// </summary>
public sealed class FoolMode : IRoomMode
{
    /// <summary>From the second round on, one in so many has a twist, on average.</summary>
    private const int TwistShare = 3;

    public string Id => "fool";

    public int UsualRounds => 5;

    public Type? StateType => null;

    public IReadOnlyList<RoomStep> Steps { get; } =
    [
        new("brief", RoomPhase.Brief, 5),
        new("draw", RoomPhase.Draw, 20),
        new("jury", RoomPhase.Jury, 20),
        new("reveal", RoomPhase.Reveal, 20),
        new("board", RoomPhase.Board, 8),
    ];

    public Room Begin(Room room, IReadOnlySet<int> connected) => room.Phase switch
    {
        RoomPhase.Brief => Brief(room),
        RoomPhase.Draw => DigitDeal.Deal(room),
        RoomPhase.Jury => JuryDraw.Summon(room, connected),
        RoomPhase.Reveal => FoolScore.Count(room),
        _ => room,
    };

    public IEnumerable<int> Concerned(Room room) => room.Phase switch
    {
        RoomPhase.Draw => room.Asked.Keys,
        RoomPhase.Jury => room.Ballots.Select(ballot => ballot.Seat).Distinct(),
        _ => [],
    };

    public int Left(Room room, int seat) => room.Phase switch
    {
        RoomPhase.Draw when room.Asked.ContainsKey(seat) => room.Drawings.Exists(drawing => drawing.Seat == seat) ? 0 : 1,
        RoomPhase.Jury => room.Ballots.Count(ballot => ballot.Seat == seat && !ballot.IsCast),
        _ => 0,
    };

    public DrawingTask? TaskOf(Room room, int seat) => room.Phase == RoomPhase.Draw && room.Asked.TryGetValue(seat, out var digit)
        ? new DrawingTask(PlayMode.Fool, digit, room.Twist)
        : null;

    public Room Take(Room room, int seat, Observation play) =>
        room with { Drawings = room.Drawings.Add(new RoomDrawing(seat, play)) };

    public Room Close(Room room) => room.Phase is RoomPhase.Draw or RoomPhase.Jury ? JudgedDrawing.Store(room) : room;

    public IReadOnlyList<Team>? Teams(Room room) => null;

    public string? Refuse(Room room, Ink ink) => FoolText.Refuse(room.Twist, ink);

    public IReadOnlyList<RevealedDrawing>? Reveal(Room room) =>
        room.Phase is RoomPhase.Reveal or RoomPhase.Board or RoomPhase.Podium ? FoolScore.Reveal(room) : null;

    public IReadOnlyList<Award> Awards(Room room) => FoolAwards.Of(room);

    private static Room Brief(Room room)
    {
        var chance = room.Chance();
        var isPlain = room.Round == 1 || chance.Next(TwistShare) != 0;
        return room with
        {
            Twist = isPlain ? Twist.None : (Twist)chance.Next(1, Enum.GetValues<Twist>().Length),
            Asked = ImmutableSortedDictionary<int, int>.Empty,
            Drawings = [],
            Ballots = [],
        };
    }
}
