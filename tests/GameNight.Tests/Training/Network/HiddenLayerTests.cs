using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Tests.Training.Network;

public sealed class HiddenLayerTests : IDisposable
{
    private readonly ShippedModelsFixture _shipped = new();

    [Fact]
    public async Task Embed_Features_AreTheNetworksEmbedding()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        using var features = new NetworkFeatures(version.Manifest, version.Model);
        using var embeddings = new Embeddings(version.Manifest, version.Model);
        Assert.Equal((1600, 64), (features.Width, features.Hidden.Width));
        foreach (var example in SyntheticExamples.Draw(50, seed: 1))
        {
            var embedding = features.Hidden.Embed(features.Of(example.Image));
            Assert.All(embeddings.Of(example.Image).Zip(embedding), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        }
    }

    [Fact]
    public async Task WriteTo_Network_PredictsAsTheLayer()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        var random = new Random(1);
        using var features = new NetworkFeatures(version.Manifest, version.Model);
        var layer = new HiddenLayer(
            [.. features.Hidden.Weights.ToArray().Select(value => value + (float)random.Normal() / 1000)],
            [.. features.Hidden.Biases.ToArray().Select(value => value + (float)random.Normal() / 10)]);
        var last = LastLayer.Read(version.Model);
        using var rewritten = OnnxClassifier.Load(version.Manifest, layer.WriteTo(version.Model));
        foreach (var example in SyntheticExamples.Draw(50, seed: 1))
        {
            var probabilities = last.Predict(layer.Embed(features.Of(example.Image)));
            Assert.All(probabilities.Zip(rewritten.Predict(example.Image)), pair => Assert.Equal(pair.First, pair.Second, 1e-3f));
        }
    }

    [Fact]
    public async Task WriteTo_ModelItWasReadFrom_ChangesNothing()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        Assert.Equal(version.Model, HiddenLayer.Read(version.Model).WriteTo(version.Model));
    }

    [Fact]
    public async Task WriteTo_AnotherSize_IsRefused()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        Assert.Throws<InvalidModelException>(() => new HiddenLayer(new float[6400], new float[64]).WriteTo(version.Model));
    }

    [Fact]
    public async Task WithFeatures_Network_GuessesAsBefore()
    {
        var origin = await _shipped.ReadAsync(AppNetwork.Origin);
        var added = HiddenLayer.WithFeatures(origin.Model, "features");
        Assert.Equal(origin.Model, added[..origin.Model.Length]);
        using var one = OnnxClassifier.Load(origin.Manifest, origin.Model);
        using var other = OnnxClassifier.Load(origin.Manifest, added);
        Assert.All(SyntheticExamples.Draw(20, seed: 4), example => Assert.Equal(one.Predict(example.Image), other.Predict(example.Image)));
    }

    [Fact]
    public async Task Read_ModelsWithoutTheLayer_AreRefused()
    {
        var (trees, mlp) = (await _shipped.ReadAsync(BaseTrees.Algorithm), await _shipped.ReadAsync("mnist-mlp"));
        Assert.Throws<InvalidModelException>(() => HiddenLayer.Read(trees.Model));
        Assert.Throws<InvalidModelException>(() => HiddenLayer.Read(mlp.Model));
        Assert.Throws<InvalidModelException>(() => HiddenLayer.Read([0x3a, 0x7f, 1, 2, 3]));
    }

    [Fact]
    public async Task Features_ManifestThatDoesNotFit_IsRefused()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        Expect(output => output with { Features = null }, "offers no features");
        Expect(output => output with { Features = "embedding" }, "no output embedding with 1600 numbers");
        Expect(output => output with { Features = "elsewhere" }, "no output elsewhere");

        void Expect(Func<ModelOutput, ModelOutput> change, string reason)
        {
            var manifest = version.Manifest with { Output = change(version.Manifest.Output) };
            var refused = Assert.Throws<InvalidModelException>(() => new NetworkFeatures(manifest, version.Model));
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _shipped.Dispose();
}
