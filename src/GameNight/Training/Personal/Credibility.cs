using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Training.Personal;

/// <summary>
/// How far each label of a player is believed. One that contradicts what the network is sure of may be a slip of the finger or a new way
/// of writing. The player's other labels tell: a way of writing comes again. So it is believed as far as it is more like another drawing
/// with that label than like anything that is known to be another digit. Pure functions.
/// </summary>
internal static class Credibility
{
    /// <summary>A label that the network finds less likely contradicts it.</summary>
    public const double Contradiction = 0.01;

    /// <summary>The belief from which on a drawing is taken for what its label says.</summary>
    public const double Believed = 0.5;

    /// <summary>The difference of likenesses over which belief grows from 0.27 to 0.73.</summary>
    private const double Softness = 0.02;

    /// <summary>Whether the network is sure that it is another digit.</summary>
    public static bool Contradicts(PersonalExample example)
    {
        var probabilities = (float[])example.Drawing.Logits.Clone();
        Softmax.Apply(probabilities);
        return probabilities[example.Digit] < Contradiction;
    }

    /// <summary>For each example the belief in its label, 0 to 1; 1 where it does not contradict the network.</summary>
    /// <param name="examples">The examples of one player.</param>
    public static double[] Of(IReadOnlyList<PersonalExample> examples)
    {
        var contradicts = examples.Select(Contradicts).ToArray();
        return [.. examples.Select((example, i) => contradicts[i] ? Believe(example, i) : 1)];

        double Believe(PersonalExample example, int i)
        {
            var (support, doubt) = ((double)example.Drawing.Nearest[example.Digit], 0.0);
            for (var digit = 0; digit < OnnxClassifier.Digits; digit++)
                doubt = digit == example.Digit ? doubt : Math.Max(doubt, example.Drawing.Nearest[digit]);
            for (var j = 0; j < examples.Count; j++)
            {
                if (j == i || (contradicts[j] && examples[j].Digit != example.Digit))
                    continue;
                var likeness = example.Drawing.Likeness(examples[j].Drawing);
                (support, doubt) = examples[j].Digit == example.Digit
                    ? (Math.Max(support, likeness), doubt)
                    : (support, Math.Max(doubt, likeness));
            }

            return Sigmoid((support - doubt) / Softness);
        }
    }

    /// <summary>The logistic function.</summary>
    public static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));
}
