using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>How right one model was on each drawing of an evaluation set.</summary>
/// <param name="Correct">For each drawing, whether the likeliest digit was the true one.</param>
/// <param name="LogLoss">
/// For each drawing, −ln of the probability of the true digit, at most −ln of <see cref="MinProbability"/>.
/// </param>
public sealed record PredictionResults(bool[] Correct, double[] LogLoss)
{
    /// <summary>Smaller probabilities count as this one, so that one sure mistake does not outweigh all other drawings.</summary>
    public const double MinProbability = 1e-3;

    /// <param name="probabilities">Ten for each drawing, one drawing after the other.</param>
    /// <param name="digits">The true digits.</param>
    public static PredictionResults Of(ReadOnlySpan<float> probabilities, IReadOnlyList<int> digits)
    {
        var (correct, loss) = (new bool[digits.Count], new double[digits.Count]);
        for (var i = 0; i < digits.Count; i++)
        {
            var answer = probabilities.Slice(10 * i, 10);
            correct[i] = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(answer) == digits[i];
            loss[i] = -Math.Log(Math.Max(MinProbability, answer[digits[i]]));
        }

        return new PredictionResults(correct, loss);
    }

    /// <summary>The accuracy: how many drawings of all are right.</summary>
    public Proportion Score() => new(Correct.Length, Correct.Count(right => right));
}
