using GameNight.Play.Rounds;

namespace GameNight.Play.Sprint;

/// <summary>A finished sprint on the board of a night.</summary>
/// <param name="Player">The player's id.</param>
/// <param name="Time">When it began.</param>
/// <param name="Score">What it brought.</param>
/// <param name="Reader">The algorithm that read the digits; null where an older build didn't note it.</param>
public sealed record SprintResult(string Player, DateTimeOffset Time, SprintScore Score, string? Reader = null);
