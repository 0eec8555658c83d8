namespace GameNight.Simulation;

/// <summary>A label that is wrong on purpose.</summary>
/// <param name="Id">The id of the observation.</param>
/// <param name="Meant">The digit that was meant.</param>
/// <param name="Marked">The digit of the label.</param>
public sealed record FlippedLabel(Guid Id, int Meant, int Marked);
