using System.Numerics.Tensors;

namespace GameNight.Training.Network;

/// <summary>A multivariate normal distribution.</summary>
/// <param name="Mean">The mean of each variable.</param>
/// <param name="Covariance">The lower triangle of the covariance matrix: row i has i + 1 numbers.</param>
internal sealed record Gaussian(double[] Mean, double[][] Covariance)
{
    /// <summary>The length of <see cref="ToNumbers"/> for a number of variables.</summary>
    public static int CountNumbers(int width) => width + width * (width + 1) / 2;

    /// <summary>The distribution with the mean and the sample covariance of points.</summary>
    /// <param name="points">At least two points of equal length.</param>
    /// <exception cref="ArgumentException">There are fewer than two points.</exception>
    public static Gaussian Of(IReadOnlyList<float[]> points)
    {
        if (points.Count < 2)
            throw new ArgumentException($"A covariance needs at least two points, not {points.Count}.", nameof(points));
        var width = points[0].Length;
        var mean = new double[width];
        foreach (var point in points)
            TensorPrimitives.Add(mean, Array.ConvertAll(point, value => (double)value), mean);
        TensorPrimitives.Divide(mean, points.Count, mean);
        var covariance = Triangle(width);
        foreach (var point in points)
        {
            var deviation = Array.ConvertAll(point, value => (double)value);
            TensorPrimitives.Subtract(deviation, mean, deviation);
            for (var i = 0; i < width; i++)
                TensorPrimitives.MultiplyAdd(deviation.AsSpan(0, i + 1), deviation[i] / (points.Count - 1), covariance[i], covariance[i]);
        }

        return new Gaussian(mean, covariance);
    }

    /// <summary>The distribution of numbers as <see cref="ToNumbers"/> returns them.</summary>
    public static Gaussian FromNumbers(double[] numbers, int width)
    {
        var covariance = Triangle(width);
        var next = width;
        foreach (var row in covariance)
        {
            numbers.AsSpan(next, row.Length).CopyTo(row);
            next += row.Length;
        }

        return new Gaussian(numbers[..width], covariance);
    }

    /// <summary>The mean, then the rows of the covariance.</summary>
    public IEnumerable<double> ToNumbers() => Mean.Concat(Covariance.SelectMany(row => row));

    /// <summary>The Cholesky factor: the lower triangle L with L Lᵀ = covariance.</summary>
    /// <param name="ridge">
    /// Added to each variance, as a share of the mean variance. A variance that rounding makes negative becomes 0.
    /// </param>
    public double[][] CholeskyFactor(double ridge)
    {
        var extra = ridge * Covariance.Average(row => row[^1]);
        var factor = Triangle(Mean.Length);
        for (var i = 0; i < factor.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var rest = Covariance[i][j] - TensorPrimitives.Dot<double>(factor[i].AsSpan(0, j), factor[j].AsSpan(0, j));
                factor[i][j] = factor[j][j] == 0 ? 0 : rest / factor[j][j];
            }

            var variance = Covariance[i][i] + extra - TensorPrimitives.SumOfSquares<double>(factor[i].AsSpan(0, i));
            factor[i][i] = Math.Sqrt(Math.Max(0, variance));
        }

        return factor;
    }

    private static double[][] Triangle(int width) => [.. Enumerable.Range(1, width).Select(length => new double[length])];
}
