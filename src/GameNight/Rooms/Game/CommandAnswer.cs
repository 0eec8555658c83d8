namespace GameNight.Rooms.Game;

/// <summary>What a command was answered, so that it is answered the same when it comes again.</summary>
/// <param name="Caller">The seat's number; 0 for the screen.</param>
/// <param name="Id">The id that the caller gave the command.</param>
/// <param name="Version">The room's version after it.</param>
/// <param name="Status">The status of its refusal; null where it was accepted.</param>
/// <param name="Refusal">Why it was refused, in words.</param>
public sealed record CommandAnswer(int Caller, string Id, long Version, int? Status = null, string? Refusal = null)
{
    /// <summary>How many answers are kept for each caller. A phone repeats a command for seconds.</summary>
    public const int Kept = 50;

    /// <exception cref="RoomRefusedException">The command was refused.</exception>
    public long Require() => Status is { } status ? throw new RoomRefusedException(status, Refusal!) : Version;
}
