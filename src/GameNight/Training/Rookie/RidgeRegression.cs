using System.Numerics.Tensors;
using GameNight.Recognition.Guessing;

namespace GameNight.Training.Rookie;

/// <summary>
/// Ridge regression from embeddings to ten targets: 0.9 for the labelled digit and −0.1 for the others. It keeps sums only, so that its
/// size does not depend on the number of examples, an example can be taken out again, and their order makes no difference beyond
/// rounding. For one thread at a time.
/// </summary>
/// <remarks>
/// A. E. Hoerl, R. W. Kennard, "Ridge regression: biased estimation for nonorthogonal problems", Technometrics 12 (1970).
/// </remarks>
/// <param name="width">The length of an embedding.</param>
public sealed class RidgeRegression(int width)
{
    /// <summary>The penalty on the squared weights, in examples.</summary>
    private const double Penalty = 0.03;

    private const double Elsewhere = -1.0 / OnnxClassifier.Digits;

    // The lower triangle of Σ xxᵀ, row by row, and Σ x·target for each digit.
    private readonly double[][] _products = [.. Enumerable.Range(0, width).Select(row => new double[row + 1])];
    private readonly double[][] _targets = [.. Enumerable.Range(0, OnnxClassifier.Digits).Select(_ => new double[width])];

    /// <summary>Adds examples of one digit.</summary>
    public void Add(IReadOnlyList<float[]> embeddings, int digit) => Change(embeddings, digit, 1);

    /// <summary>Takes examples out again that were added with this digit.</summary>
    public void Remove(IReadOnlyList<float[]> embeddings, int digit) => Change(embeddings, digit, -1);

    /// <summary>The weights, a row of <c>width</c> for each digit.</summary>
    public double[][] Solve()
    {
        var factor = Factorise();
        return Array.ConvertAll(_targets, targets => Substitute(factor, [.. targets]));
    }

    private void Change(IReadOnlyList<float[]> embeddings, int digit, double sign)
    {
        var examples = embeddings.Select(embedding => Array.ConvertAll(embedding, value => (double)value)).ToList();
        for (var row = 0; row < width; row++)
        {
            var sums = _products[row].AsSpan();
            foreach (var example in examples)
                TensorPrimitives.MultiplyAdd(example.AsSpan(0, row + 1), sign * example[row], sums, sums);
        }

        for (var other = 0; other < _targets.Length; other++)
        {
            var target = sign * (other == digit ? 1 + Elsewhere : Elsewhere);
            foreach (var example in examples)
                TensorPrimitives.MultiplyAdd<double>(example, target, _targets[other], _targets[other]);
        }
    }

    /// <summary>The Cholesky factor of the sums and the penalty, row by row.</summary>
    private double[][] Factorise()
    {
        var factor = Array.ConvertAll(_products, row => (double[])row.Clone());
        for (var row = 0; row < width; row++)
        {
            factor[row][row] += Penalty;
            for (var column = 0; column < row; column++)
            {
                var known = TensorPrimitives.Dot<double>(factor[row].AsSpan(0, column), factor[column].AsSpan(0, column));
                factor[row][column] = (factor[row][column] - known) / factor[column][column];
            }

            // Rounding may leave less than the penalty after examples were taken out.
            var left = factor[row][row] - TensorPrimitives.SumOfSquares<double>(factor[row].AsSpan(0, row));
            factor[row][row] = Math.Sqrt(Math.Max(left, Penalty / 2));
        }

        return factor;
    }

    private static double[] Substitute(double[][] factor, double[] values)
    {
        for (var row = 0; row < values.Length; row++)
        {
            var known = TensorPrimitives.Dot<double>(factor[row].AsSpan(0, row), values.AsSpan(0, row));
            values[row] = (values[row] - known) / factor[row][row];
        }

        for (var row = values.Length - 1; row >= 0; row--)
        {
            values[row] /= factor[row][row];
            TensorPrimitives.MultiplyAdd(factor[row].AsSpan(0, row), -values[row], values.AsSpan(0, row), values.AsSpan(0, row));
        }

        return values;
    }
}
