using GameNight.Statistics;
using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class LowRankGaussianTests
{
    private const int Width = 8;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_PointsWithAFewFactors_HasTheirMeanAndCovariance(int seed)
    {
        var points = Points(new Random(seed), 4_000);
        var (known, found) = (Gaussian.Of(points), LowRankGaussian.Of(points, 2));
        for (var i = 0; i < Width; i++)
        {
            Assert.Equal(known.Mean[i], found.Mean[i], 1e-2);
            for (var j = 0; j <= i; j++)
                Assert.Equal(known.Covariance[i][j], Covariance(found, i, j), 0.05);
        }
    }

    [Fact]
    public void Of_AnyPoints_KeepsEachVariance()
    {
        var random = new Random(4);
        var points = Enumerable.Range(0, 500).Select(_ => Normals(random, Width)).ToList();
        var (known, found) = (Gaussian.Of(points), LowRankGaussian.Of(points, 3));
        for (var i = 0; i < Width; i++)
            Assert.Equal(known.Covariance[i][i], Covariance(found, i, i), 0.02);
    }

    [Fact]
    public void Of_MoreFactorsThanDirections_LeavesTheRestAtZero()
    {
        var points = Enumerable.Range(0, 50).Select(i => new float[] { i, 2 * i, 3 * i, 1 }).ToList();
        var found = LowRankGaussian.Of(points, 3);
        Assert.Equal(14 * found.Factors[0][0] * found.Factors[0][0], found.Factors[0].Sum(value => value * value), 0.5f);
        Assert.All(found.Factors.Skip(1).SelectMany(factor => factor), value => Assert.Equal(0, value, 0.05f));
    }

    [Fact]
    public void DrawRectified_ManyDraws_HaveTheMeansOfRectifiedNormals()
    {
        const int Draws = 20_000;
        var gaussian = new LowRankGaussian([3, 0, -3], [0.5f, 0.5f, 0.5f], [[0.5f, -0.5f, 0.5f]]);
        var random = new Random(1);
        var draws = Enumerable.Range(0, Draws).Select(_ => gaussian.DrawRectified(random)).ToList();
        // The mean of max(0, x) is 3, σ / √(2π) and nearly 0, where σ² = 0.5² + 0.5².
        double[] means = [3, Math.Sqrt(0.5) / Math.Sqrt(2 * Math.PI), 0];
        for (var i = 0; i < means.Length; i++)
            Assert.Equal(means[i], draws.Average(draw => draw[i]), 5 * Math.Sqrt(0.5 / Draws));
        Assert.All(draws.SelectMany(draw => draw), value => Assert.True(value >= 0));
    }

    private static double Covariance(LowRankGaussian of, int i, int j) =>
        of.Factors.Sum(factor => (double)factor[i] * factor[j]) + (i == j ? of.Noise[i] * of.Noise[i] : 0);

    /// <summary>Points that two sources move, far more than the noise does.</summary>
    private static List<float[]> Points(Random random, int count)
    {
        var (one, two) = (Normals(random, Width), Normals(random, Width));
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (a, b) = ((float)random.Normal(), (float)random.Normal());
            return Normals(random, Width).Select((noise, i) => 2 + a * one[i] + b * two[i] + 0.1f * noise).ToArray();
        })];
    }

    private static float[] Normals(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Normal())];
}
