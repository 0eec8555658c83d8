using System.Numerics.Tensors;
using GameNight.Statistics;
using GameNight.Training.Network;

namespace GameNight.Retraining.Evaluation;

/// <summary>How right one model was on each drawing of an evaluation set, once it was calibrated there.</summary>
/// <param name="Correct">For each drawing, whether the likeliest digit was the true one.</param>
/// <param name="LogLoss">
/// For each drawing, −ln of the probability of the true digit, at most −ln of <see cref="MinProbability"/>.
/// </param>
/// <param name="Brier">For each drawing, the squared distance of the probabilities from the truth, 0 to 2 (G. W. Brier, 1950).</param>
public sealed record PredictionResults(bool[] Correct, double[] LogLoss, double[] Brier)
{
    /// <summary>Smaller probabilities count as this one, so that one sure mistake does not outweigh all other drawings.</summary>
    public const double MinProbability = 1e-3;

    /// <summary>The expected deviation of the temperature's logarithm from 0, so that few drawings calibrate little.</summary>
    private const double TemperatureDeviation = 0.2;

    /// <summary>
    /// Calibrates the answers by one temperature, which is fitted to these drawings, for each model alike: who is merely surer, or less
    /// sure, is neither better nor worse.
    /// </summary>
    /// <param name="probabilities">Ten for each drawing, one drawing after the other.</param>
    /// <param name="digits">The true digits.</param>
    public static PredictionResults Of(ReadOnlySpan<float> probabilities, IReadOnlyList<int> digits)
    {
        if (digits.Count == 0)
            return new PredictionResults([], [], []);
        var logits = new float[probabilities.Length];
        for (var i = 0; i < logits.Length; i++)
            logits[i] = MathF.Log(MathF.Max(1e-9f, probabilities[i]));
        var temperature = Temperature.Fit(logits, digits, TemperatureDeviation);
        var results = new PredictionResults(new bool[digits.Count], new double[digits.Count], new double[digits.Count]);
        for (var i = 0; i < digits.Count; i++)
        {
            var answer = logits.AsSpan(10 * i, 10);
            TensorPrimitives.Divide(answer, temperature, answer);
            Softmax.Apply(answer);
            results.Correct[i] = TensorPrimitives.IndexOfMax(probabilities.Slice(10 * i, 10)) == digits[i];
            results.LogLoss[i] = -Math.Log(Math.Max(MinProbability, answer[digits[i]]));
            results.Brier[i] = TensorPrimitives.SumOfSquares(answer) - answer[digits[i]] * answer[digits[i]]
                + Math.Pow(1 - answer[digits[i]], 2);
        }

        return results;
    }

    /// <summary>The accuracy: how many drawings of all are right.</summary>
    public Proportion Score() => new(Correct.Length, Correct.Count(right => right));

    /// <summary>
    /// By how much these answers are better than another model's to the same drawings: the mean difference of the Brier scores, with
    /// the people who drew as its units, halved so that a sure mistake that becomes a sure right answer counts 1. Positive where these
    /// are better.
    /// </summary>
    /// <param name="other">The other model's answers.</param>
    /// <param name="people">Who drew each.</param>
    public ClusteredMean GainOver(PredictionResults other, IReadOnlyList<string> people) =>
        ClusteredMean.Of([.. other.Brier.Zip(Brier, (before, after) => (before - after) / 2)], people);
}
