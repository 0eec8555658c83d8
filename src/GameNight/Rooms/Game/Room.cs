using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GameNight.Observations.Store;

namespace GameNight.Rooms.Game;

/// <summary>
/// All that a room is, as it is written to the disk: who sits in it, what they have drawn and said in the round that goes on, and the
/// ledger of points. Who is connected is no part of it.
/// </summary>
public sealed record Room
{
    /// <summary>Four letters; see <c>Names.RoomCode</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The secret of the room's screen.</summary>
    public required string StageKey { get; init; }

    /// <summary>The mode's id.</summary>
    public required string Mode { get; init; }

    /// <summary>How many rounds a game has.</summary>
    public required int Rounds { get; init; }

    /// <summary>
    /// Whether the host opened it. What is drawn in a room of anybody's counts like what a program sends: its people could be programs.
    /// </summary>
    public required bool IsByHost { get; init; }

    /// <summary>Of everything that is drawn by lot in the room.</summary>
    public required int Seed { get; init; }

    /// <summary>One more with every change.</summary>
    public long Version { get; init; } = 1;

    /// <summary>How many games were begun in it.</summary>
    public int Games { get; init; }

    /// <summary>The round that goes on, from 1; 0 in the lobby.</summary>
    public int Round { get; init; }

    /// <summary>The step of the round, as an index into the mode's; null in the lobby and on the podium.</summary>
    public int? Step { get; init; }

    public RoomPhase Phase { get; init; } = RoomPhase.Lobby;

    /// <summary>When the phase ends for who did not ask for more time; null for the lobby, the podium and a pause.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>What was left of the phase when the room was paused; null otherwise.</summary>
    public TimeSpan? Left { get; init; }

    public RoomPause Pause { get; init; }

    /// <summary>Whether a screen has ever been there. A room that is led by a program alone needs none.</summary>
    public bool HadScreen { get; init; }

    /// <summary>Whether nobody new may come in.</summary>
    public bool IsLocked { get; init; }

    public bool HasEnded { get; init; }

    /// <summary>When it was written to the disk.</summary>
    public DateTimeOffset Written { get; init; }

    /// <summary>When somebody last did something, by which an abandoned room is known.</summary>
    public required DateTimeOffset LastAct { get; init; }

    public ImmutableList<Seat> Seats { get; init; } = [];

    /// <summary>The number of the seat that comes next: none is given twice.</summary>
    public int NextSeat { get; init; } = 1;

    /// <summary>The ids of the players who may not come back, and when they were kicked.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Kicked { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Every point of this game.</summary>
    public ImmutableList<PointEntry> Ledger { get; init; } = [];

    public Twist Twist { get; init; }

    /// <summary>The digit that each seat is asked for in this round.</summary>
    public ImmutableSortedDictionary<int, int> Asked { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>How often each digit was asked for this evening.</summary>
    public ImmutableArray<int> Dealt { get; init; } = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The drawings of this round.</summary>
    public ImmutableList<RoomDrawing> Drawings { get; init; } = [];

    /// <summary>What the drawings of this round are still to be judged by, and what was said.</summary>
    public ImmutableList<Ballot> Ballots { get; init; } = [];

    /// <summary>What the mode keeps beside all this; null where it keeps nothing.</summary>
    public ModeState? State { get; init; }

    /// <summary>Drawings that were judged and are to be stored as observations.</summary>
    public ImmutableList<Observation> Judged { get; init; } = [];

    /// <summary>Drawings whose digit is known and that this room has not seen.</summary>
    public ImmutableList<KnownDrawing> Known { get; init; } = [];

    /// <summary>Who does not judge each other while others are there, and neither do the friends of one friend. Of this game.</summary>
    public ImmutableList<Doubt> Doubts { get; init; } = [];

    /// <summary>
    /// Until when the room's code is its own among all games at the store; it is over then, as another game may have a room with that
    /// code. Null where nobody else could.
    /// </summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>The last answers to commands, the oldest first.</summary>
    public ImmutableList<CommandAnswer> Answers { get; init; } = [];


    /// <summary>The people who are here, in the order of coming.</summary>
    [JsonIgnore]
    public IEnumerable<Seat> Present => Seats.Where(seat => !seat.HasLeft);

    public Seat? SeatOf(string player) => Seats.Find(seat => seat.Player == player);

    /// <summary>What chance decides at this point of the game: the same whenever it is asked, also after a crash.</summary>
    public Random Chance() => new(unchecked((((((Seed * 31) + Games) * 31) + Round) * 31) + (Step ?? -1)));

    /// <summary>The room with a changed seat in place of the one with its number.</summary>
    public Room With(Seat changed) => this with { Seats = Seats.ConvertAll(seat => seat.Number == changed.Number ? changed : seat) };
}
