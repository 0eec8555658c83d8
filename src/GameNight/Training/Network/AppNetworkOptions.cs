using GameNight.Training.Examples;

namespace GameNight.Training.Network;

/// <summary>
/// How <c>app-network</c> learns. The defaults were chosen on recorded ink with all of its writers in view.
/// </summary>
public sealed record AppNetworkOptions
{
    /// <summary>What can be set and searched.</summary>
    public static IReadOnlyList<LearnerParameter<AppNetworkOptions>> Parameters { get; } =
    [
        new("LearningRate", (0.0001, 1), (0.03, 0.4), IsWhole: false,
            options => options.Fit.LearningRate, (options, value) => options with { Fit = options.Fit with { LearningRate = value } }),
        new("Epochs", (0.1, 100), (1, 10), IsWhole: false,
            options => options.Fit.Epochs, (options, value) => options with { Fit = options.Fit with { Epochs = value } }),
        new("Pull", (0, 1), (0.0001, 0.02), IsWhole: false,
            options => options.Fit.Pull, (options, value) => options with { Fit = options.Fit with { Pull = (float)value } }),
        new("LabelTrust", (0, 1), (0.6, 1), IsWhole: false,
            options => options.LabelTrust, (options, value) => options with { LabelTrust = value }),
        new("Copies", (0, 100), (2, 16), IsWhole: true,
            options => options.Copies, (options, value) => options with { Copies = (int)value }),
    ];

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
