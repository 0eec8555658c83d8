namespace GameNight.Training.Trees;

/// <summary>How trees are boosted. What is not set was chosen on MNIST's last 5,000 training images and made-up ink.</summary>
public sealed record BoostedTreesOptions
{
    /// <summary>Each adds ten trees.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>How much of each tree's correction is taken, above 0 and at most 1.</summary>
    public double LearningRate { get; init; } = 0.3;

    /// <summary>The most questions from a tree's root to a leaf.</summary>
    public int Depth { get; init; } = 6;

    /// <summary>How many values of a feature are told apart.</summary>
    public int Bins { get; init; } = 16;

    /// <summary>How strongly leaves of few examples are drawn to 0 (XGBoost's lambda).</summary>
    public double Shrinkage { get; init; } = 1;

    /// <summary>About how many examples a round looks at; with fewer there is one part.</summary>
    public int RowsPerRound { get; init; } = 15_000;

    /// <summary>Decides which examples share a part.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>0 for as many as there are processors.</summary>
    public int Threads { get; init; }
}
