using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Calls;

/// <summary>Reads what a phone or the screen sends, and says which field is wrong.</summary>
internal static class CommandReader
{
    private const int LongestId = 64;

    private static readonly Dictionary<string, InputKind> Inputs = new()
    {
        ["mouse"] = InputKind.Mouse,
        ["touch"] = InputKind.Touch,
        ["pen"] = InputKind.Pen,
        ["keyboard"] = InputKind.Keyboard,
    };

    private static readonly Dictionary<string, RoomPhase> Phases =
        Enum.GetValues<RoomPhase>().ToDictionary(phase => phase.ToString().ToLowerInvariant());

    /// <exception cref="RoomRefusedException">A field is missing or wrong.</exception>
    public static string ReadId(CommandRequest request) => request.Id is { Length: > 0 and <= LongestId } id
        ? id
        : throw RoomRefusedException.Invalid(
            "id", $"Give the command an id of 1 to {LongestId} characters, the same when it's sent again.");

    /// <summary>Whether it is something that the screen wants, of a caller who is a seat and the host.</summary>
    public static bool IsForScreen(CommandRequest request) =>
        request.Kind is "start" or "pause" or "resume" or "skip" or "kick" or "lock" or "end"
        || request is { Kind: "rename", Seat: not null };

    /// <summary>A command of the screen.</summary>
    /// <exception cref="RoomRefusedException">A field is missing or wrong.</exception>
    public static RoomCommand ReadForScreen(CommandRequest request)
    {
        var id = ReadId(request);
        return request.Kind switch
        {
            "start" => new StartCommand(id, request.Round, ReadPhase(request)),
            "pause" => new PauseCommand(id, request.Round, ReadPhase(request)),
            "resume" => new ResumeCommand(id, request.Round, ReadPhase(request)),
            "skip" => new SkipCommand(id, request.Round, ReadPhase(request)),
            "kick" => new KickCommand(id, ReadSeat(request)),
            "rename" => new RenameCommand(id, ReadSeat(request), request.Name),
            "lock" => new LockCommand(id, request.On ?? true),
            "end" => new EndCommand(id),
            _ => throw UnknownKind("start, pause, resume, skip, kick, rename, lock and end"),
        };
    }

    /// <summary>A command of a seat, but for drawings, which machines guess first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="seat">The seat's number.</param>
    /// <exception cref="RoomRefusedException">A field is missing or wrong.</exception>
    public static RoomCommand ReadForSeat(CommandRequest request, int seat)
    {
        var id = ReadId(request);
        return request.Kind switch
        {
            "vote" => ReadVote(request, id),
            "moreTime" => new MoreTimeCommand(id, request.On ?? true),
            "rename" => new RenameCommand(id, seat, request.Name),
            "leave" => new LeaveCommand(id),
            "start" or "pause" or "resume" or "skip" or "kick" or "lock" or "end" =>
                throw RoomRefusedException.Forbidden("Only the screen and the host may do this."),
            _ => throw UnknownKind("draw, vote, moreTime, rename and leave"),
        };
    }

    /// <summary>The drawing of a command that draws.</summary>
    /// <exception cref="Drawing.Images.InvalidDrawingException">The strokes are none.</exception>
    /// <exception cref="Drawing.Images.BlankDrawingException">They have no ink.</exception>
    /// <exception cref="RoomRefusedException">The input is unknown.</exception>
    public static DrawnDigit ReadDrawing(CommandRequest request)
    {
        if (request.Input is { } named && !Inputs.ContainsKey(named))
            throw RoomRefusedException.Invalid("input", $"Strokes are drawn with one of {string.Join(", ", Inputs.Keys)}.");
        if (request.Strokes is null)
            throw RoomRefusedException.Invalid("strokes", "A drawing has strokes.");
        var ink = InkThinning.Thin(Ink.FromStrokes(request.Strokes));
        return DrawnDigit.FromInk(ink, request.Input is { } input ? Inputs[input] : InputKind.Program);
    }

    private static VoteCommand ReadVote(CommandRequest request, string id)
    {
        if (request.Digit is < 0 or > 9)
            throw RoomRefusedException.Invalid("digit", "A vote is a digit, 0 to 9, or null for no digit.");
        return new VoteCommand(
            id, request.Round, request.Drawing ?? throw RoomRefusedException.Invalid("drawing", "Name the drawing."), request.Digit);
    }

    private static int ReadSeat(CommandRequest request) =>
        request.Seat ?? throw RoomRefusedException.Invalid("seat", "Name the seat by its number.");

    private static RoomPhase? ReadPhase(CommandRequest request) => request.Phase is null ? null
        : Phases.TryGetValue(request.Phase, out var phase) ? phase
        : throw RoomRefusedException.Invalid("phase", $"A phase is one of {string.Join(", ", Phases.Keys)}.");

    private static RoomRefusedException UnknownKind(string kinds) =>
        RoomRefusedException.Invalid("kind", $"There are {kinds}.");
}
