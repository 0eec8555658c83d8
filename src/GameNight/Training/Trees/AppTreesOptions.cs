using GameNight.Training.Examples;

namespace GameNight.Training.Trees;

/// <summary>
/// How <c>app-xgboost</c> learns. The defaults were chosen on recorded ink of other people than those on whose ink it was measured.
/// </summary>
public sealed record AppTreesOptions
{
    /// <summary>What can be set and searched.</summary>
    public static IReadOnlyList<LearnerParameter<AppTreesOptions>> Parameters { get; } =
    [
        new("Rounds", (1, 1000), (6, 30), IsWhole: true,
            options => options.Trees.Rounds, (options, value) => options with { Trees = options.Trees with { Rounds = (int)value } }),
        new("LearningRate", (0.001, 1), (0.05, 0.4), IsWhole: false,
            options => options.Trees.LearningRate,
            (options, value) => options with { Trees = options.Trees with { LearningRate = value } }),
        new("Shrinkage", (0, 1000), (0.2, 10), IsWhole: false,
            options => options.Trees.Shrinkage, (options, value) => options with { Trees = options.Trees with { Shrinkage = value } }),
        new("Copies", (0, 100), (4, 32), IsWhole: true,
            options => options.Copies, (options, value) => options with { Copies = (int)value }),
    ];

    /// <summary>
    /// The training that is added to the booster that ships. More rounds read the players' digits a little better but, without MNIST
    /// among the images, forget more of it. By default on half of the processors, because the game goes on meanwhile.
    /// </summary>
    public BoostedTreesOptions Trees { get; init; } = new()
    {
        Rounds = 12,
        LearningRate = 0.12,
        RowsPerRound = 30_000,
        Threads = Math.Max(1, Environment.ProcessorCount / 2),
    };

    /// <summary>The largest number of varied copies of an example.</summary>
    public int Copies { get; init; } = 16;

    /// <summary>
    /// The number of examples and copies together that is not exceeded by copies: many examples get fewer copies each.
    /// </summary>
    public int Drawings { get; init; } = 14_000;

    /// <summary>The number of synthetic drawings among the training images.</summary>
    public int SyntheticDrawings { get; init; } = 8_000;

    /// <summary>The number of MNIST's images among the training images, if the data set is available.</summary>
    public int MnistImages { get; init; } = 8_000;
}
