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
    public async Task WriteTo_ANetwork_GivesItsAnswers()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        var random = new Random(1);
        var read = LastLayer.Read(version.Model);
        var layer = new LastLayer([.. read.Parameters.ToArray().Select(value => value + random.Normal() / 10)]);
        using var embeddings = new Embeddings(version.Manifest, version.Model);
        using var rewritten = OnnxClassifier.Load(version.Manifest, layer.WriteTo(version.Model));
        foreach (var lesson in SyntheticExamples.Draw(50, seed: 1))
        {
            var answer = layer.Predict(embeddings.Of(lesson.Image));
            Assert.All(answer.Zip(rewritten.Predict(lesson.Image)), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public async Task WriteTo_WhatItWasReadFrom_ChangesNothing()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        Assert.Equal(version.Model, LastLayer.Read(version.Model).WriteTo(version.Model));
    }

    [Fact]
    public async Task WriteTo_AnotherWidth_IsRefused()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        Assert.Contains("640 values", Assert.Throws<InvalidModelException>(() => new LastLayer(new double[40]).WriteTo(version.Model)).Message);
    }

    [Fact]
    public async Task Read_ModelsWithoutOne_AreRefused()
    {
        var trees = await _shipped.ReadAsync(BaseTrees.Algorithm);
        Assert.Contains("network.last.weight", Assert.Throws<InvalidModelException>(() => LastLayer.Read(trees.Model)).Message);
        Assert.Throws<InvalidModelException>(() => LastLayer.Read([0x3a, 0x7f, 1, 2, 3]));
        Assert.Throws<InvalidModelException>(() => new Embeddings(trees.Manifest, trees.Model));
    }

    public void Dispose() => _shipped.Dispose();
}
