using System.ComponentModel;

namespace GameNight.Rooms.Calls;

/// <param name="Mode">The game, such as <c>fool</c>.</param>
/// <param name="Rounds">How many rounds a game has; as the mode has it where nothing is said: 5 of fool, 2 of coach.</param>
public sealed record OpenRequest(string? Mode, int? Rounds);

/// <param name="Code">The room's code.</param>
/// <param name="StageKey">The secret of the room's screen.</param>
/// <param name="Join">Where phones join.</param>
/// <param name="Stage">Where the screen is, with its secret.</param>
public sealed record OpenResponse(string Code, string StageKey, Uri Join, Uri Stage);

/// <param name="Name">1 to 20 visible characters, unlike the others' names.</param>
public sealed record SeatRequest(string? Name);

/// <param name="Seat">The seat's number.</param>
/// <param name="Name">The name as everybody sees it.</param>
public sealed record SeatResponse(int Seat, string Name);

/// <summary>What a phone or the screen wants.</summary>
public sealed record CommandRequest
{
    [Description("Made by the caller, 1 to 64 characters. The same again changes nothing and is answered the same.")]
    public string? Id { get; init; }

    [Description("draw, vote, moreTime, rename or leave; of the screen start, pause, resume, skip, kick, rename, lock or end.")]
    public string? Kind { get; init; }

    [Description("The round that it is meant for, as the last snapshot said.")]
    public int? Round { get; init; }

    [Description("The game that it is meant for, as the last snapshot said; only needed by who may come back in another one.")]
    public int? Game { get; init; }

    [Description("The phase that it is meant for; only needed where the same command would do something else in the next one.")]
    public string? Phase { get; init; }

    [Description("The secret of the screen; without it, the caller is a seat, or the host.")]
    public string? StageKey { get; init; }

    [Description("The id that the screen gave its event stream. A screen that another one has replaced is refused.")]
    public string? Screen { get; init; }

    [Description("draw: strokes of [x, y] or [x, y, t].")]
    public double[][][]? Strokes { get; init; }

    [Description("draw: mouse, touch, pen or keyboard.")]
    public string? Input { get; init; }

    [Description("vote: the drawing.")]
    public Guid? Drawing { get; init; }

    [Description("vote: 0 to 9, or null for no digit.")]
    public int? Digit { get; init; }

    [Description("kick, rename: the seat's number.")]
    public int? Seat { get; init; }

    [Description("rename: the new name.")]
    public string? Name { get; init; }

    [Description("moreTime, lock: whether it is to be so; true where nothing is said.")]
    public bool? On { get; init; }
}

/// <param name="Version">The room's version: snapshots from this one on know of the command.</param>
public sealed record CommandResponse(long Version);
