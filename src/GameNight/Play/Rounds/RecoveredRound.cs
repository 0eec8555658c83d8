namespace GameNight.Play.Rounds;

/// <param name="Round">The round; null where there is none to go on with.</param>
/// <param name="Trouble">Why there is none, in words for the player; null where nothing is to be said.</param>
/// <param name="MayComeBack">Whether another attempt can find it.</param>
public sealed record RecoveredRound(Round? Round, string? Trouble, bool MayComeBack);
