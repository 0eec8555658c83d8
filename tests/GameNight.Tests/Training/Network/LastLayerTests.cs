using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Tests.Training.Network;

public sealed class LastLayerTests : IDisposable
{
    private readonly ShippedModelsFixture _shipped = new();

    [Fact]
    public async Task WriteTo_Network_PredictsAsTheLayer()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        var random = new Random(1);
        var read = LastLayer.Read(version.Model);
        var layer = new LastLayer([.. read.Parameters.ToArray().Select(value => value + random.Normal() / 10)]);
        using var embeddings = new Embeddings(version.Manifest, version.Model);
        using var rewritten = OnnxClassifier.Load(version.Manifest, layer.WriteTo(version.Model));
        foreach (var example in SyntheticExamples.Draw(50, seed: 1))
        {
            var probabilities = layer.Predict(embeddings.Of(example.Image));
            Assert.All(probabilities.Zip(rewritten.Predict(example.Image)), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public async Task WriteTo_ModelItWasReadFrom_ChangesNothing()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        Assert.Equal(version.Model, LastLayer.Read(version.Model).WriteTo(version.Model));
    }

    [Fact]
    public async Task WriteTo_AnotherWidth_IsRefused()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        var refused = Assert.Throws<InvalidModelException>(() => new LastLayer(new double[40]).WriteTo(version.Model));
        Assert.Contains("640 values", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ModelsWithoutLastLayer_AreRefused()
    {
        var trees = await _shipped.ReadAsync(BaseTrees.Algorithm);
        var refused = Assert.Throws<InvalidModelException>(() => LastLayer.Read(trees.Model));
        Assert.Contains("network.last.weight", refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidModelException>(() => LastLayer.Read([0x3a, 0x7f, 1, 2, 3]));
        Assert.Throws<InvalidModelException>(() => new Embeddings(trees.Manifest, trees.Model));
    }

    public void Dispose() => _shipped.Dispose();
}
