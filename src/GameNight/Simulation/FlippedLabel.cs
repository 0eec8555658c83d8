namespace GameNight.Simulation;

/// <param name="Id">The observation.</param>
/// <param name="Meant">The digit that was meant.</param>
/// <param name="Marked">The digit that the mark names.</param>
public sealed record FlippedLabel(Guid Id, int Meant, int Marked);
