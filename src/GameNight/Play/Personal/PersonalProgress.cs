using GameNight.Training.Personal;

namespace GameNight.Play.Personal;

/// <summary>How far a player's own contestant has come.</summary>
/// <param name="Marks">The number of drawings that it has learned.</param>
/// <param name="Missing">What it is missing; null where that is nothing, or not known.</param>
public sealed record PersonalProgress(int Marks, MissingExamples? Missing = null);
