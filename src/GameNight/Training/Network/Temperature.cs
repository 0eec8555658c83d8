using System.Numerics.Tensors;

namespace GameNight.Training.Network;

/// <summary>Makes a classifier as sure as it is right, without changing what it answers (Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks", 2017).</summary>
public static class Temperature
{
    private const double Least = 0.1;
    private const double Most = 10;
    private const int Steps = 40;

    /// <summary>The number to divide scores by before softmax, so that these labels become as likely as they can.</summary>
    /// <param name="scores">A row of scores, before softmax, for each label.</param>
    /// <param name="labels">The right class of each row: examples that nothing was trained on.</param>
    /// <param name="doubt">The deviation of the temperature's logarithm from 0 that is expected beforehand: with few labels, the answer stays near 1. Infinite where only they count.</param>
    /// <returns>0.1 to 10; above 1 where the classifier is too sure.</returns>
    public static float Fit(float[] scores, IReadOnlyList<int> labels, double doubt = double.PositiveInfinity)
    {
        double Penalised(double logarithm) => Loss(scores, labels, Math.Exp(logarithm)) + logarithm * logarithm / (2 * doubt * doubt * labels.Count);

        // The loss has one minimum in the inverse temperature, so golden-section search finds it.
        var (low, high) = (Math.Log(Least), Math.Log(Most));
        var golden = (Math.Sqrt(5) - 1) / 2;
        for (var step = 0; step < Steps; step++)
        {
            var (left, right) = (high - golden * (high - low), low + golden * (high - low));
            (low, high) = Penalised(left) < Penalised(right) ? (low, right) : (left, high);
        }

        return (float)Math.Exp((low + high) / 2);
    }

    /// <summary>Minus the mean logarithm of the right class's probability.</summary>
    private static double Loss(float[] scores, IReadOnlyList<int> labels, double temperature)
    {
        var classes = scores.Length / labels.Count;
        Span<float> row = stackalloc float[classes];
        var loss = 0.0;
        for (var i = 0; i < labels.Count; i++)
        {
            TensorPrimitives.Divide(scores.AsSpan(i * classes, classes), (float)temperature, row);
            TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), row);
            var right = row[labels[i]];
            TensorPrimitives.Exp(row, row);
            loss += Math.Log(TensorPrimitives.Sum(row)) - right;
        }

        return loss / labels.Count;
    }
}
