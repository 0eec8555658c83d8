using System.Text.Json;

namespace GameNight.Tests.Rooms.Crowd;

/// <summary>A snapshot as a program reads it that knows the contract and not the game.</summary>
internal sealed record SeenRoom(
    long Version, DateTimeOffset ServerTime, string Phase, int Round, DateTimeOffset? Deadline, double? Seconds, bool Paused, string Twist,
    SeenPlayer? You, IReadOnlyList<SeenPlayer> Players, SeenTask? Task, IReadOnlyList<SeenDrawing>? Reveal, SeenJury? JuryPoints)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>When the phase began for a caller who did not ask for more time; null where it has no end.</summary>
    public DateTimeOffset? Began => Deadline - (Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    public static SeenRoom Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<SeenRoom>(json, Json)!;
}

internal sealed record SeenPlayer(int Seat, string Name, int Points);

/// <param name="Kind">draw or vote.</param>
/// <param name="Digit">The digit to draw.</param>
/// <param name="Drawings">Those to vote on.</param>
internal sealed record SeenTask(string Kind, int? Digit, IReadOnlyList<SeenBallot>? Drawings);

internal sealed record SeenBallot(Guid Drawing, double[][][] Strokes);

internal sealed record SeenDrawing(Guid Drawing, int Seat, int Asked, bool Readable, IReadOnlyList<int?> Votes, int Points);

internal sealed record SeenJury(int Agreed, int Known, int Wrong, int Points);
