using GameNight.Drawing.Images;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <param name="Name">What the receipt calls it.</param>
/// <param name="Images">The drawings.</param>
/// <param name="Digits">What they are, in the same order.</param>
public sealed record EvaluationSet(string Name, DigitImage[] Images, int[] Digits)
{
    /// <summary>Drawings of people whom a version did not learn from.</summary>
    public const string HeldOutName = "held-out";

    public static EvaluationSet HeldOut(IReadOnlyList<TrainingExample> lessons) =>
        new(HeldOutName, [.. lessons.Select(lesson => lesson.Image)], [.. lessons.Select(lesson => lesson.Digit)]);
}
