using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Native.OnnxRuntime;
using GameNight.Training.Features;
using GameNight.Training.Onnx;
using GameNight.Training.SyntheticInk;

namespace GameNight.Tests.Training.Features;

public sealed class StrokeFeaturesTests
{
    [Fact]
    public void Of_AnyImage_EqualsTheGraphToTheBit()
    {
        var random = new Random(3);
        DigitImage[] images =
        [
            new(new byte[DigitImage.Length]),
            new(Enumerable.Repeat(byte.MaxValue, DigitImage.Length).ToArray()),
            .. Enumerable.Range(0, 50).Select(_ => Noise(random)),
            .. Enumerable.Range(0, 50).Select(i => InkNormaliser.Normalise(StrokeSkeletons.Draw(i % 10, random))),
        ];
        var graph = new OnnxGraph("features");
        var output = StrokeFeatures.AddTo(graph, "image");
        using var session = OrtSession.Load(graph.ToModel("image", [-1, 1, 28, 28], (output, [-1, StrokeFeatures.Count])));
        var values = images.SelectMany(image => image.Pixels.ToArray()).Select(pixel => (float)pixel).ToArray();
        var fromGraph = new float[images.Length * StrokeFeatures.Count];
        session.Run("image", values, [images.Length, 1, 28, 28], output, fromGraph);
        Assert.Equal(fromGraph, StrokeFeatures.Of(images));
        Assert.All(fromGraph, value => Assert.True(value >= 0 && value < 1 << 24 && value == MathF.Floor(value)));
    }

    [Fact]
    public void Of_Ring_CountsEnclosedPaper()
    {
        var pixels = new byte[DigitImage.Length];
        for (var i = 8; i <= 19; i++)
            pixels[8 * 28 + i] = pixels[19 * 28 + i] = pixels[i * 28 + 8] = pixels[i * 28 + 19] = 255;
        var (enclosed, openTo) = Concavities(pixels);
        Assert.True(enclosed > 0);
        Assert.Equal([0, 0, 0, 0], openTo);
    }

    [Fact]
    public void Of_RingWithoutItsRightSide_CountsPaperThatIsOnlyOpenToTheRight()
    {
        var pixels = new byte[DigitImage.Length];
        for (var i = 8; i <= 19; i++)
            pixels[8 * 28 + i] = pixels[19 * 28 + i] = pixels[i * 28 + 8] = 255;
        var (enclosed, openTo) = Concavities(pixels);
        Assert.Equal(0, enclosed);
        Assert.Equal([false, true, false, false], openTo.Select(side => side > 0));
    }

    private static (float Enclosed, float[] OpenTo) Concavities(byte[] pixels)
    {
        var sums = StrokeFeatures.Of([new DigitImage(pixels)]).Chunk(36).Select(map => map.Sum()).ToArray();
        return (sums[4], sums[5..]);
    }

    private static DigitImage Noise(Random random)
    {
        var pixels = new byte[DigitImage.Length];
        random.NextBytes(pixels);
        return new DigitImage(pixels);
    }
}
