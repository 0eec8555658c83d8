namespace GameNight.Training.Network;

/// <summary>The parameters of the fit of the last two layers of a network.</summary>
public sealed record TwoLayersFitOptions
{
    /// <summary>The largest learning rate, that of the first step.</summary>
    public double LearningRate { get; init; } = 0.15;

    /// <summary>The share of the last step that is taken again, 0 to below 1.</summary>
    public float Momentum { get; init; } = 0.9f;

    /// <summary>The strength of the pull: half of it, times the squared distance from the start, is added to the loss.</summary>
    public float Pull { get; init; } = 0.001f;

    /// <summary>How often each example is learned, on average.</summary>
    public double Epochs { get; init; } = 4;

    /// <summary>The fewest steps, so that a few examples are learned too.</summary>
    public int MinSteps { get; init; } = 100;

    /// <summary>The number of learned examples in a batch.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>The number of rehearsed examples in a batch.</summary>
    public int RehearsedBatch { get; init; } = 32;

    /// <summary>Decides on the order of the examples.</summary>
    public int Seed { get; init; } = 1;
}
