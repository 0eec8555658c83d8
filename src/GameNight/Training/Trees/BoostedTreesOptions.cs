namespace GameNight.Training.Trees;

/// <summary>
/// How trees are boosted. The defaults were chosen on MNIST's last 5,000 training images and synthetic drawings. The properties are
/// stored in the manifests of models.
/// </summary>
public sealed record BoostedTreesOptions
{
    /// <summary>The number of rounds; each adds a tree for every digit.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>The factor of each tree's leaves, above 0 and at most 1 (XGBoost's eta).</summary>
    public double LearningRate { get; init; } = 0.3;

    /// <summary>The largest number of splits from a tree's root to a leaf.</summary>
    public int Depth { get; init; } = 6;

    /// <summary>The number of bins of a feature's histogram, between which splits are searched.</summary>
    public int Bins { get; init; } = 16;

    /// <summary>The L2 regularisation of the leaves, which moves leaves of few examples towards 0 (XGBoost's lambda).</summary>
    public double Shrinkage { get; init; } = 1;

    /// <summary>
    /// The largest number of examples of a round. More examples are divided into parts of equal size, which take turns.
    /// </summary>
    public int RowsPerRound { get; init; } = 15_000;

    /// <summary>The seed of the division into parts.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The number of threads; 0 for as many as there are processors.</summary>
    public int Threads { get; init; }
}
