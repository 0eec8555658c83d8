using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>What one model made of a set of drawings with known digits.</summary>
/// <param name="Correct">For each drawing, whether its answer was right.</param>
/// <param name="LogLoss">For each drawing, −ln of the probability that it gave to the true digit, at most −ln of <see cref="Least"/>.</param>
public sealed record PredictionResults(bool[] Correct, double[] LogLoss)
{
    /// <summary>A probability is counted as at least this: being sure and wrong once does not outweigh everything else.</summary>
    public const double Least = 1e-3;

    /// <param name="probabilities">Ten for each drawing, one after the other.</param>
    /// <param name="digits">The true digits.</param>
    public static PredictionResults Of(ReadOnlySpan<float> probabilities, IReadOnlyList<int> digits)
    {
        var (correct, loss) = (new bool[digits.Count], new double[digits.Count]);
        for (var i = 0; i < digits.Count; i++)
        {
            var answer = probabilities.Slice(10 * i, 10);
            correct[i] = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(answer) == digits[i];
            loss[i] = -Math.Log(Math.Max(Least, answer[digits[i]]));
        }

        return new PredictionResults(correct, loss);
    }

    /// <summary>How many of all are right.</summary>
    public Proportion Score() => new(Correct.Length, Correct.Count(right => right));
}
