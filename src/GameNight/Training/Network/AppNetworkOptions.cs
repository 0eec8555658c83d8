namespace GameNight.Training.Network;

/// <summary>
/// How <c>app-network</c> learns. The defaults were chosen on recorded ink of other people than those on whose ink it was measured.
/// </summary>
public sealed record AppNetworkOptions
{
    /// <summary>The largest number of varied copies of each example.</summary>
    public int Copies { get; init; } = 8;

    /// <summary>
    /// The number of examples and copies together that is not exceeded by copies: many examples get fewer copies each.
    /// </summary>
    public int Drawings { get; init; } = 20_000;

    /// <summary>
    /// The weight of the label in an example's target, 0 to 1; the rest is what the version that ships predicts. Right labels teach
    /// hardly less with a weight below 1, and wrong labels do less harm.
    /// </summary>
    public double LabelTrust { get; init; } = 0.8;

    /// <summary>The number of made-up drawings that are rehearsed.</summary>
    public int MadeUpDrawings { get; init; } = 2_000;

    /// <summary>The number of features of each digit that are drawn from the summary of MNIST.</summary>
    public int RehearsalDraws { get; init; } = 200;

    /// <summary>How the layers are fitted.</summary>
    public TwoLayersFitOptions Fit { get; init; } = new();

    /// <summary>The number of threads; by default half of the processors, because the game goes on meanwhile.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);
}
