using System.Numerics.Tensors;

namespace GameNight.Training.Network;

/// <summary>Calibrates a classifier by a temperature, without changing its most likely answers.</summary>
/// <remarks>C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017.</remarks>
public static class Temperature
{
    private const double Min = 0.1;
    private const double Max = 10;
    private const int Steps = 40;

    /// <summary>The temperature, by which logits are divided, that makes labels most likely.</summary>
    /// <param name="logits">A row of logits for each label.</param>
    /// <param name="labels">The right class of each row, of examples that the classifier was not trained on.</param>
    /// <param name="deviation">
    /// The expected deviation of the temperature's logarithm from 0: with few labels, the temperature stays near 1. Infinite for no
    /// expectation.
    /// </param>
    /// <returns>0.1 to 10; above 1 where the classifier is overconfident.</returns>
    public static float Fit(float[] logits, IReadOnlyList<int> labels, double deviation = double.PositiveInfinity)
    {
        double Penalised(double logarithm) =>
            Loss(logits, labels, Math.Exp(logarithm)) + logarithm * logarithm / (2 * deviation * deviation * labels.Count);

        // The loss has one minimum in the inverse temperature, so golden-section search finds it.
        var (low, high) = (Math.Log(Min), Math.Log(Max));
        var golden = (Math.Sqrt(5) - 1) / 2;
        for (var step = 0; step < Steps; step++)
        {
            var (left, right) = (high - golden * (high - low), low + golden * (high - low));
            (low, high) = Penalised(left) < Penalised(right) ? (low, right) : (left, high);
        }

        return (float)Math.Exp((low + high) / 2);
    }

    /// <summary>The mean negative log-likelihood of the labels.</summary>
    private static double Loss(float[] logits, IReadOnlyList<int> labels, double temperature)
    {
        var classes = logits.Length / labels.Count;
        Span<float> row = stackalloc float[classes];
        var loss = 0.0;
        for (var i = 0; i < labels.Count; i++)
        {
            TensorPrimitives.Divide(logits.AsSpan(i * classes, classes), (float)temperature, row);
            TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), row);
            var right = row[labels[i]];
            TensorPrimitives.Exp(row, row);
            loss += Math.Log(TensorPrimitives.Sum(row)) - right;
        }

        return loss / labels.Count;
    }
}
