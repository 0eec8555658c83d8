namespace GameNight.Training.Trees;

/// <summary>How large a base training is.</summary>
public sealed record BaseTreesOptions
{
    public BoostedTreesOptions Trees { get; init; } = new();

    /// <summary>How many varied copies of each of MNIST's images are trained on beside it.</summary>
    public int Variations { get; init; } = 1;

    /// <summary>How many synthetic drawings are trained on.</summary>
    public int MadeUpInk { get; init; } = 40_000;

    /// <summary>Decides on the copies and the synthetic drawings.</summary>
    public int Seed { get; init; } = 1;
}
