using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class PersonalLayerTests : IDisposable
{
    private readonly ShippedModelsFixture _shipped = new();

    [Fact]
    public async Task Learn_AHabit_ReadsItBetterThanTheNetwork()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var others = SyntheticExamples.Draw(200, seed: 2, SyntheticExamples.Mirrored);
        var layer = PersonalLayer.Of(network, Embed(embeddings, SyntheticExamples.Draw(50, seed: 1, SyntheticExamples.Mirrored)));
        var before = CountRight(others, embeddings, embedding => network.Predict(embedding));
        var after = CountRight(others, embeddings, embedding => layer.Predict(embedding));
        Assert.True(layer.IsTrusted);
        Assert.True(layer.Gained > layer.Lost);
        Assert.True(200 - after < (200 - before) / 2, $"{before} of 200 were right before, {after} are now.");
    }

    [Fact]
    public async Task Predict_AfterLabelsThatContradictThePlayer_IsTheNetworks()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        // First every digit is labelled as the next one, so that the layer learns what later turns out to be wrong.
        var drawings = Embed(embeddings, SyntheticExamples.Draw(60, seed: 1));
        var layer = PersonalLayer.Of(network, [.. drawings.Take(40).Select(example => example with { Digit = (example.Digit + 1) % 10 })]);
        Assert.True(layer.IsTrusted);
        Assert.NotEqual(network.Predict(drawings[50].Embeddings[0]), layer.Predict(drawings[50].Embeddings[0]));

        // The layer gained from the wrong labels. It has to lose more than that on right ones before it is not trusted any more.
        var correct = Embed(embeddings, SyntheticExamples.Draw(200, seed: 2));
        var learned = correct.TakeWhile(_ => layer.IsTrusted).Select(example => layer = layer.Learn(example)).Count();
        Assert.InRange(learned, 1, 199);
        Assert.Equal(network.Predict(drawings[50].Embeddings[0]), layer.Predict(drawings[50].Embeddings[0]));
    }

    [Fact]
    public async Task Predict_DigitsWithoutLabels_IsTheNetworks()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var sevens = SyntheticExamples.Draw(200, seed: 1, SyntheticExamples.Mirrored).FindAll(example => example.Digit == 7);
        var layer = PersonalLayer.Of(network, Embed(embeddings, sevens));
        foreach (var example in SyntheticExamples.Draw(100, seed: 2))
        {
            var embedding = embeddings.Of(example.Image);
            var expected = network.Predict(embedding);
            if (Array.IndexOf(expected, expected.Max()) != 7)
                Assert.Equal(expected, layer.Predict(embedding));
        }
    }

    [Fact]
    public async Task Of_SameExamples_IsTheSameLayer()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var examples = SyntheticExamples.Draw(40, seed: 1, SyntheticExamples.Mirrored);
        var one = PersonalLayer.Of(network, Embed(embeddings, examples));
        var two = PersonalLayer.Of(network, Embed(embeddings, examples));
        Assert.Equal((one.Gained, one.Lost), (two.Gained, two.Lost));
        Assert.All(
            SyntheticExamples.Draw(20, seed: 3).Select(example => embeddings.Of(example.Image)),
            embedding => Assert.Equal(one.Predict(embedding), two.Predict(embedding)));
    }

    [Fact]
    public async Task Learn_MoreThanMaxExamples_ForgetsTheOldestOfThatDigit()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var embedding = embeddings.Of(SyntheticExamples.Draw(1, seed: 1)[0].Image);
        var four = new PersonalExample([embedding], 4);
        var zeros = Enumerable.Range(0, PersonalLayer.MaxExamples + 5).Select(_ => new PersonalExample([embedding], 0)).ToList();
        var layer = PersonalLayer.Of(network, [four, .. zeros]);
        Assert.Equal(PersonalLayer.MaxExamples + 1, layer.Examples.Count);
        Assert.Same(four, layer.Examples[0]);
        Assert.Same(zeros[^1], layer.Examples[^1]);
        Assert.DoesNotContain(zeros[0], layer.Examples, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public async Task Of_NoExamples_IsTheNetwork()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var layer = PersonalLayer.Of(network, []);
        var embedding = embeddings.Of(SyntheticExamples.Draw(1, seed: 1)[0].Image);
        Assert.False(layer.IsTrusted);
        Assert.Equal(network.Predict(embedding), layer.Predict(embedding));
    }

    public void Dispose() => _shipped.Dispose();

    private static List<PersonalExample> Embed(Embeddings network, List<TrainingExample> examples) =>
        examples.ConvertAll(example => PersonalExample.Of(example, network));

    private static int CountRight(List<TrainingExample> examples, Embeddings network, Func<float[], float[]> predict) =>
        examples.Count(example =>
            predict(network.Of(example.Image)) is var probabilities
            && Array.IndexOf(probabilities, probabilities.Max()) == example.Digit);

    private async Task<(LastLayer Network, Embeddings Embeddings)> OpenAsync()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        return (LastLayer.Read(version.Model), new Embeddings(version.Manifest, version.Model));
    }
}
