using GameNight.Training.Examples;

namespace GameNight.Training.Network;

/// <summary>A drawing that a player has marked, as the last layer sees it.</summary>
/// <param name="Embeddings">The drawing's own, then those of varied copies.</param>
/// <param name="Digit">What it was meant to be, 0 to 9.</param>
public sealed record PersonalExample(IReadOnlyList<float[]> Embeddings, int Digit)
{
    /// <summary>Looks at a marked drawing and at copies of it; the same drawing gives the same mark.</summary>
    public static PersonalExample Of(TrainingExample lesson, Embeddings network) =>
        new([.. Enumerable.Range(0, PersonalLayer.Copies + 1).Select(copy => network.Of(ExampleVariations.Vary(lesson, copy)))], lesson.Digit);
}
