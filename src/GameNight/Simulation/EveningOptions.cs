namespace GameNight.Simulation;

/// <summary>How the players of a simulated evening label their drawings.</summary>
/// <param name="LabelShare">The share of drawings that are labelled, 0 to 1.</param>
/// <param name="WrongLabelShare">The share of labels that are wrong, 0 to 1: any of the nine other digits.</param>
/// <param name="Seed">The seed of all random numbers.</param>
public sealed record EveningOptions(double LabelShare = 1, double WrongLabelShare = 0, int Seed = 1);
