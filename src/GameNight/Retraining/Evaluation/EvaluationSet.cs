using GameNight.Drawing.Images;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <summary>Drawings with known digits, on which versions are compared.</summary>
/// <param name="Name">The name in the report.</param>
/// <param name="Images">The drawings.</param>
/// <param name="Digits">Their true digits, in the same order.</param>
public sealed record EvaluationSet(string Name, DigitImage[] Images, int[] Digits)
{
    /// <summary>The set of drawings by players from whom no version learns.</summary>
    public const string HeldOutName = "held-out";

    public static EvaluationSet HeldOut(IReadOnlyList<TrainingExample> examples) =>
        new(HeldOutName, [.. examples.Select(example => example.Image)], [.. examples.Select(example => example.Digit)]);
}
