using GameNight.Models;
using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class RehearsalTests
{
    private const int Width = 4;
    private const int Draws = 40_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Draw_ManyEmbeddings_HasTheMeanAndCovarianceOfTheSummarisedOnes(int seed)
    {
        var points = Points(seed);
        var known = Gaussian.Of([.. points.Where(point => point.Digit == seed).Select(point => point.Embedding)]);
        var drawn = Gaussian.Of([.. Rehearsal.Of(points).Draw(seed, Draws, new Random(7))]);

        for (var i = 0; i < Width; i++)
        {
            // Five standard errors of a mean and of a covariance of so many draws.
            Assert.Equal(known.Mean[i], drawn.Mean[i], 5 * Math.Sqrt(known.Covariance[i][i] / Draws) + 1e-6);
            for (var j = 0; j <= i; j++)
            {
                var tolerance = 5 * Math.Sqrt(2 * known.Covariance[i][i] * known.Covariance[j][j] / Draws) + 1e-5;
                Assert.Equal(known.Covariance[i][j], drawn.Covariance[i][j], tolerance);
            }
        }
    }

    [Fact]
    public void ToBytes_Parsed_DrawsTheSame()
    {
        var rehearsal = Rehearsal.Of(Points(1));
        var read = Rehearsal.Parse(rehearsal.ToBytes());
        Assert.Equal(rehearsal.ToBytes(), read.ToBytes());
        foreach (var (before, after) in rehearsal.Draw(3, 5, new Random(1)).Zip(read.Draw(3, 5, new Random(1))))
            Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void Parse_CutShort_IsRefused(int length)
    {
        var bytes = Rehearsal.Of(Points(1)).ToBytes();
        var refused = Assert.Throws<InvalidModelException>(() => Rehearsal.Parse(bytes.AsSpan(0, length)));
        Assert.Contains(Rehearsal.FileName, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Points with other correlations for each digit, whose last number is always 1.</summary>
    private static List<(float[] Embedding, int Digit)> Points(int seed)
    {
        var random = new Random(seed);
        float[] Draw(int count, Func<float, float> scale) => [.. Enumerable.Range(0, count).Select(_ => scale(random.NextSingle()))];
        var mixtures = Enumerable.Range(0, 10).Select(_ => Draw(Width * Width, value => value - 0.5f)).ToList();
        return [.. Enumerable.Range(0, 2_000).Select(i =>
        {
            var sources = Draw(Width, value => 3 * value);
            var rows = mixtures[i % 10].Chunk(Width).Take(Width - 1);
            return ((float[])[.. rows.Select(row => row.Zip(sources, (weight, source) => weight * source).Sum()), 1], i % 10);
        })];
    }
}
