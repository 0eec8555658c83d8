using System.Text.Json.Serialization;

namespace GameNight.Rooms.Coach;

/// <summary>A drawing that a team's rookie was taught.</summary>
/// <param name="Id">The observation's id.</param>
/// <param name="Seat">Who drew it.</param>
/// <param name="Team">Whose rookie it is for.</param>
/// <param name="Round">The round.</param>
/// <param name="Digit">The digit that was asked for, 0 to 9.</param>
public sealed record Lesson(Guid Id, int Seat, int Team, int Round, int Digit)
{
    /// <summary>The image, 784 bytes; a part of its own on the disk.</summary>
    [JsonIgnore]
    public byte[] Pixels { get; init; } = [];
}
