using System.Numerics.Tensors;

namespace GameNight.Training.Network;

/// <summary>A normal distribution of many variables.</summary>
/// <param name="Mean">Of each.</param>
/// <param name="Covariance">The lower half: row i has i + 1 numbers.</param>
internal sealed record Gaussian(double[] Mean, double[][] Covariance)
{
    /// <summary>How many numbers one has.</summary>
    public static int Numbers(int width) => width + width * (width + 1) / 2;

    /// <param name="points">At least two, of one width.</param>
    public static Gaussian Of(IReadOnlyList<float[]> points)
    {
        if (points.Count < 2)
            throw new ArgumentException("A covariance needs two points.", nameof(points));
        var width = points[0].Length;
        var mean = new double[width];
        foreach (var point in points)
            TensorPrimitives.Add(mean, Array.ConvertAll(point, value => (double)value), mean);
        TensorPrimitives.Divide(mean, points.Count, mean);
        var covariance = Triangle(width);
        foreach (var point in points)
        {
            var apart = Array.ConvertAll(point, value => (double)value);
            TensorPrimitives.Subtract(apart, mean, apart);
            for (var i = 0; i < width; i++)
                TensorPrimitives.MultiplyAdd(apart.AsSpan(0, i + 1), apart[i] / (points.Count - 1), covariance[i], covariance[i]);
        }

        return new Gaussian(mean, covariance);
    }

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

    public IEnumerable<double> ToNumbers() => Mean.Concat(Covariance.SelectMany(row => row));

    /// <summary>Cholesky's lower triangle L with L Lᵀ = covariance.</summary>
    /// <param name="ridge">Added to each variance, as a share of their mean. A direction with no variance left gets none.</param>
    public double[][] Root(double ridge)
    {
        var extra = ridge * Covariance.Average(row => row[^1]);
        var root = Triangle(Mean.Length);
        for (var i = 0; i < root.Length; i++)
        {
            for (var j = 0; j < i; j++)
                root[i][j] = root[j][j] == 0 ? 0 : (Covariance[i][j] - TensorPrimitives.Dot<double>(root[i].AsSpan(0, j), root[j].AsSpan(0, j))) / root[j][j];
            root[i][i] = Math.Sqrt(Math.Max(0, Covariance[i][i] + extra - TensorPrimitives.SumOfSquares<double>(root[i].AsSpan(0, i))));
        }

        return root;
    }

    private static double[][] Triangle(int width) => [.. Enumerable.Range(1, width).Select(length => new double[length])];
}
