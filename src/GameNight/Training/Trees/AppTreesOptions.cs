namespace GameNight.Training.Trees;

/// <summary>How <c>app-xgboost</c> learns. What is not set was chosen on recorded ink of other people than it was then measured on.</summary>
public sealed record AppTreesOptions
{
    /// <summary>
    /// The rounds that are added to those of the trees that ship. More read the marks' people a little better and, without MNIST
    /// beside them, forget more of it. On half of the processors, because the game plays on meanwhile.
    /// </summary>
    public BoostedTreesOptions Trees { get; init; } = new()
    {
        Rounds = 12,
        LearningRate = 0.15,
        RowsPerRound = 30_000,
        Threads = Math.Max(1, Environment.ProcessorCount / 2),
    };

    /// <summary>How many varied copies of each lesson are learned beside it, at most.</summary>
    public int Copies { get; init; } = 16;

    /// <summary>About how many drawings lessons and copies are together, at most: many lessons get fewer copies.</summary>
    public int Drawings { get; init; } = 14_000;

    /// <summary>How many synthetic drawings are learned beside them.</summary>
    public int MadeUpInk { get; init; } = 8_000;

    /// <summary>How many of MNIST's images are, where MNIST is there.</summary>
    public int Mnist { get; init; } = 8_000;
}
