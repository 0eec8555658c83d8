using GameNight.Drawing.Images;

namespace GameNight.Retraining.Evaluation;

/// <summary>Drawings with known digits, on which versions are compared.</summary>
/// <param name="Name">The name in the report.</param>
/// <param name="Images">The drawings.</param>
/// <param name="Digits">Their true digits, in the same order.</param>
/// <param name="People">Who drew each; null where nobody knows, or nobody did.</param>
public sealed record EvaluationSet(string Name, DigitImage[] Images, int[] Digits, string[]? People = null)
{
    /// <summary>
    /// The set of drawings by players of whom each was judged by what had not learned from them. In reports of older builds these
    /// players were held out.
    /// </summary>
    public const string HeldOutName = "held-out";
}
