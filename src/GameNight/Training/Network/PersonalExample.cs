using GameNight.Training.Examples;

namespace GameNight.Training.Network;

/// <summary>A labelled drawing of a player, as the last layer gets it.</summary>
/// <param name="Embeddings">The embedding of the drawing, then those of varied copies.</param>
/// <param name="Digit">The label, 0 to 9.</param>
public sealed record PersonalExample(IReadOnlyList<float[]> Embeddings, int Digit)
{
    /// <summary>Computes the embeddings of a labelled drawing and of its copies, which are always the same for it.</summary>
    public static PersonalExample Of(TrainingExample example, Embeddings network)
    {
        var images = Enumerable.Range(0, PersonalLayer.Copies + 1).Select(copy => ExampleVariations.Vary(example, copy));
        return new([.. images.Select(network.Of)], example.Digit);
    }
}
