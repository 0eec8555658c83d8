using GameNight.Training.Examples;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>An example whose label may be wrong.</summary>
/// <param name="Example">The example with its label.</param>
/// <param name="TrueDigit">The digit of the drawing; null for a scribble.</param>
internal sealed record NoisyExample(TrainingExample Example, int? TrueDigit)
{
    public bool IsWrong => Example.Digit != TrueDigit;

    /// <summary>An example whose label is right.</summary>
    public static NoisyExample Correct(TrainingExample example) => new(example, example.Digit);

    /// <summary>An example with another label than its own.</summary>
    public static NoisyExample Wrong(TrainingExample example, int label) => new(example with { Digit = label }, example.Digit);
}
