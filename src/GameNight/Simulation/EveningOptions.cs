namespace GameNight.Simulation;

/// <summary>How the players of an evening mark.</summary>
/// <param name="Marks">The share of plays that are marked, 0 to 1.</param>
/// <param name="WrongLabels">The share of marks that name another digit, any of the nine, 0 to 1.</param>
/// <param name="Seed">Decides on whatever is drawn by lot.</param>
public sealed record EveningOptions(double Marks = 1, double WrongLabels = 0, int Seed = 1);
