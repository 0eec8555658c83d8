using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class FeatureRehearsalTests : IDisposable
{
    private const int Width = 20;

    private readonly ShippedModelsFixture _shipped = new();

    [Fact]
    public void ToBytes_Parsed_DrawsTheSame()
    {
        var rehearsal = Summarise();
        var read = FeatureRehearsal.Parse(rehearsal.ToBytes(), Width);
        Assert.Equal(rehearsal.ToBytes(), read.ToBytes());
        foreach (var (before, after) in rehearsal.Draw(3, 5, new Random(1)).Zip(read.Draw(3, 5, new Random(1))))
            Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 2e-2f));
    }

    [Fact]
    public async Task Draw_OfTheVersionThatShips_IsReadAsTheDigit()
    {
        var start = await _shipped.Library.ReadStartAsync(AppNetwork.Algorithm, [FeatureRehearsal.FileName], default);
        var rehearsal = FeatureRehearsal.Parse(start.Extras![FeatureRehearsal.FileName], 1600);
        var layers = TwoLayers.Read(start.Model);
        foreach (var digit in Enumerable.Range(0, 10))
        {
            var right = rehearsal.Draw(digit, 50, new Random(1)).Count(draw => new Guess("", "", layers.Predict(draw)).Digit == digit);
            Assert.InRange(right, 48, 50);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void Parse_CutShort_IsRefused(int length)
    {
        var bytes = Summarise().ToBytes();
        var refused = Assert.Throws<InvalidModelException>(() => FeatureRehearsal.Parse(bytes.AsSpan(0, length), Width));
        Assert.Equal($"features.bin is no summary of features: {length} bytes.", refused.Message);
    }

    [Fact]
    public void Parse_AByteChanged_IsRefused()
    {
        var bytes = Summarise().ToBytes();
        bytes[500] ^= 1;
        var refused = Assert.Throws<InvalidModelException>(() => FeatureRehearsal.Parse(bytes, Width));
        Assert.Equal("features.bin is damaged: its digest is another.", refused.Message);
    }

    [Fact]
    public void Parse_OfAnotherNetwork_IsRefused()
    {
        var refused = Assert.Throws<InvalidModelException>(() => FeatureRehearsal.Parse(Summarise().ToBytes(), 1600));
        Assert.Equal("features.bin summarises 20 features of an image, and the network has 1600.", refused.Message);
    }

    [Fact]
    public void Parse_NotFinite_IsRefused()
    {
        var endless = FeatureRehearsal.Of(digit => [new float[Width], [.. Enumerable.Repeat(1e30f, Width)]], 1).ToBytes();
        Assert.Contains("not finite", Assert.Throws<InvalidModelException>(() => FeatureRehearsal.Parse(endless, Width)).Message);
    }

    public void Dispose() => _shipped.Dispose();

    private static FeatureRehearsal Summarise()
    {
        var random = new Random(1);
        float[] Point(int digit) => [.. Enumerable.Range(0, Width).Select(_ => digit + (float)random.Normal())];
        return FeatureRehearsal.Of(digit => [.. Enumerable.Range(0, 30).Select(_ => Point(digit))], rank: 3);
    }
}
