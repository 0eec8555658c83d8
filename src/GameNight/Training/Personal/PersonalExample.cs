namespace GameNight.Training.Personal;

/// <summary>A labelled drawing of a player, as the player's own contestant learns it.</summary>
/// <param name="Drawing">The drawing.</param>
/// <param name="Copies">The embeddings of varied copies of it, as other hands would have drawn them.</param>
/// <param name="Digit">The label, 0 to 9.</param>
public sealed record PersonalExample(EncodedDrawing Drawing, IReadOnlyList<float[]> Copies, int Digit);
