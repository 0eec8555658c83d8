namespace GameNight.Observations.Store;

/// <summary>How much was deleted.</summary>
/// <param name="Drawings">Observations.</param>
/// <param name="Labelled">How many of them had a label.</param>
public readonly record struct DeletedCount(long Drawings, long Labelled);
