namespace GameNight.Training.Network;

/// <summary>
/// How <c>app-network</c> learns. The defaults were chosen on recorded ink of other people than those on whose ink it was measured.
/// </summary>
public sealed record AppNetworkOptions
{
    /// <summary>
    /// The number of varied copies of each example; a drawing and its copies together weigh as much as one drawing.
    /// </summary>
    public int Copies { get; init; } = 4;

    /// <summary>
    /// The weight of the label in an example's target, 0 to 1; the rest is what the shipped layer predicts. Right labels teach no
    /// less with a weight below 1, and wrong labels do less harm.
    /// </summary>
    public double LabelTrust { get; init; } = 0.8;

    /// <summary>
    /// The strength of the penalty on the distance from the layer that ships; see <see cref="LastLayerFit"/>.
    /// </summary>
    public double Shrinkage { get; init; } = 1;

    /// <summary>The number of embeddings of each digit that are drawn from the rehearsal.</summary>
    public int RehearsalDraws { get; init; } = 500;

    /// <summary>The weight of all drawn embeddings together, in drawings.</summary>
    public double RehearsalWeight { get; init; } = 3_000;

    /// <summary>The number of threads; by default half of the processors, because the game goes on meanwhile.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);
}
