using System.Numerics.Tensors;
using GameNight.Statistics;

namespace GameNight.Training.Network;

/// <summary>
/// A normal distribution of many variables, whose covariance is that of a few factors and of noise that is independent in each
/// variable (factor analysis).
/// </summary>
/// <param name="Mean">The mean of each variable.</param>
/// <param name="Noise">The standard deviation of each variable that no factor explains.</param>
/// <param name="Factors">The factors: for each, how far each variable goes along with it.</param>
internal sealed record LowRankGaussian(float[] Mean, float[] Noise, float[][] Factors)
{
    private const int Iterations = 6;

    /// <summary>The distribution with the mean and the variances of points, and with factors along their principal components.</summary>
    /// <remarks>
    /// By subspace iteration (N. Halko, P.-G. Martinsson, J. A. Tropp, "Finding structure with randomness", SIAM Review 53, 2011).
    /// </remarks>
    /// <param name="points">At least two points of equal length.</param>
    /// <param name="rank">The number of factors.</param>
    /// <exception cref="ArgumentException">There are fewer than two points.</exception>
    public static LowRankGaussian Of(IReadOnlyList<float[]> points, int rank)
    {
        if (points.Count < 2)
            throw new ArgumentException($"A covariance needs at least two points, not {points.Count}.", nameof(points));
        var (mean, deviations) = (new float[points[0].Length], new float[points.Count][]);
        foreach (var point in points)
            TensorPrimitives.MultiplyAdd(point, 1f / points.Count, mean, mean);
        for (var i = 0; i < deviations.Length; i++)
            TensorPrimitives.Subtract(points[i], mean, deviations[i] = new float[mean.Length]);

        var factors = FindComponents(deviations, rank);
        var variances = new float[mean.Length];
        foreach (var deviation in deviations)
            TensorPrimitives.MultiplyAdd(deviation, deviation, variances, variances);
        TensorPrimitives.Divide(variances, points.Count - 1, variances);
        foreach (var factor in factors)
        {
            for (var i = 0; i < variances.Length; i++)
                variances[i] = MathF.Max(0, variances[i] - factor[i] * factor[i]);
        }

        TensorPrimitives.Sqrt(variances, variances);
        return new LowRankGaussian(mean, variances, factors);
    }

    /// <summary>A draw in which what would be negative is 0, as after ReLU.</summary>
    public float[] DrawRectified(Random random)
    {
        var draw = new float[Mean.Length];
        for (var i = 0; i < draw.Length; i++)
            draw[i] = Mean[i] + Noise[i] * (float)random.Normal();
        foreach (var factor in Factors)
            TensorPrimitives.MultiplyAdd(factor, (float)random.Normal(), draw, draw);
        TensorPrimitives.Max(draw, 0, draw);
        return draw;
    }

    /// <summary>The first principal components, each as long as the standard deviation along it.</summary>
    private static float[][] FindComponents(float[][] deviations, int rank)
    {
        var (random, width) = (new Random(1), deviations[0].Length);
        var directions = new float[rank][];
        for (var i = 0; i < rank; i++)
            directions[i] = [.. Enumerable.Range(0, width).Select(_ => (float)random.Normal())];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Orthonormalise(directions);
            directions = Array.ConvertAll(directions, direction => Covary(deviations, direction));
        }

        // The covariance has stretched each direction by the variance along it.
        foreach (var (i, variance) in Orthonormalise(directions).Index())
            TensorPrimitives.Multiply(directions[i], MathF.Sqrt(variance), directions[i]);
        return directions;
    }

    /// <summary>The product of the covariance matrix and a vector.</summary>
    private static float[] Covary(float[][] deviations, float[] vector)
    {
        var product = new float[vector.Length];
        foreach (var deviation in deviations)
        {
            var share = TensorPrimitives.Dot<float>(deviation, vector) / (deviations.Length - 1);
            TensorPrimitives.MultiplyAdd(deviation, share, product, product);
        }

        return product;
    }

    /// <summary>Makes vectors orthonormal, one after the other (Gram and Schmidt); those that depend on others become 0.</summary>
    /// <returns>What was left of the length of each.</returns>
    private static float[] Orthonormalise(float[][] vectors)
    {
        var lengths = new float[vectors.Length];
        for (var i = 0; i < vectors.Length; i++)
        {
            var before = TensorPrimitives.Norm<float>(vectors[i]);
            for (var j = 0; j < i; j++)
                TensorPrimitives.MultiplyAdd(vectors[j], -TensorPrimitives.Dot(vectors[j], vectors[i]), vectors[i], vectors[i]);
            lengths[i] = TensorPrimitives.Norm<float>(vectors[i]);
            if (lengths[i] > 1e-5f * before)
                TensorPrimitives.Divide(vectors[i], lengths[i], vectors[i]);
            else
                Array.Clear(vectors[i]);
        }

        return lengths;
    }
}
