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
    public void Draw_HasTheMeanAndCovarianceOfWhatWasSeen(int seed)
    {
        var seen = Seen(seed);
        var known = Gaussian.Of([.. seen.Where(point => point.Digit == seed).Select(point => point.Embedding)]);
        var drawn = Gaussian.Of([.. Rehearsal.Of(seen).Draw(seed, Draws, new Random(7))]);

        for (var i = 0; i < Width; i++)
        {
            // Five standard errors of a mean and of a covariance of so many draws.
            Assert.Equal(known.Mean[i], drawn.Mean[i], 5 * Math.Sqrt(known.Covariance[i][i] / Draws) + 1e-6);
            for (var j = 0; j <= i; j++)
                Assert.Equal(known.Covariance[i][j], drawn.Covariance[i][j], 5 * Math.Sqrt(2 * known.Covariance[i][i] * known.Covariance[j][j] / Draws) + 1e-5);
        }
    }

    [Fact]
    public void ToBytes_Read_DrawsTheSame()
    {
        var rehearsal = Rehearsal.Of(Seen(1));
        var read = Rehearsal.Parse(rehearsal.ToBytes());
        Assert.Equal(rehearsal.ToBytes(), read.ToBytes());
        foreach (var (before, after) in rehearsal.Draw(3, 5, new Random(1)).Zip(read.Draw(3, 5, new Random(1))))
            Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void Parse_CutShort_IsRefused(int length) =>
        Assert.Contains(Rehearsal.File, Assert.Throws<InvalidModelException>(() => Rehearsal.Parse(Rehearsal.Of(Seen(1)).ToBytes().AsSpan(0, length))).Message);

    /// <summary>Points that lean on each other differently for each digit; one direction never varies.</summary>
    private static List<(float[] Embedding, int Digit)> Seen(int seed)
    {
        var random = new Random(seed);
        var mix = Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, Width * Width).Select(_ => random.NextSingle() - 0.5f).ToArray()).ToList();
        return [.. Enumerable.Range(0, 2_000).Select(i =>
        {
            var sources = Enumerable.Range(0, Width).Select(_ => 3 * random.NextSingle()).ToArray();
            var point = Enumerable.Range(0, Width).Select(row => row == Width - 1 ? 1 : sources.Select((source, column) => source * mix[i % 10][row * Width + column]).Sum()).ToArray();
            return (point, i % 10);
        })];
    }
}
