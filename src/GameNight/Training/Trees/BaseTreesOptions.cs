namespace GameNight.Training.Trees;

/// <summary>How the first version of <c>app-xgboost</c> is trained.</summary>
public sealed record BaseTreesOptions
{
    public BoostedTreesOptions Trees { get; init; } = new();

    /// <summary>The number of varied copies of each of MNIST's images.</summary>
    public int Variations { get; init; } = 1;

    /// <summary>The number of synthetic drawings among the training images.</summary>
    public int SyntheticDrawings { get; init; } = 40_000;

    /// <summary>The seed of the copies and of the synthetic drawings.</summary>
    public int Seed { get; init; } = 1;
}
