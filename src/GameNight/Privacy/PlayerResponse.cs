namespace GameNight.Privacy;

/// <summary>What is kept of a player.</summary>
/// <param name="Observations">How many drawings. While they are being deleted, those that are left, in every game.</param>
public sealed record PlayerResponse(int Observations);
