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
        var layer = PersonalLayer.Of(network, Look(embeddings, SyntheticExamples.Draw(50, seed: 1, SyntheticExamples.Mirrored)));
        var (before, after) = (CountRight(others, embeddings, embedding => network.Predict(embedding)), CountRight(others, embeddings, embedding => layer.Predict(embedding)));
        Assert.True(layer.IsTrusted);
        Assert.True(layer.Gained > layer.Lost);
        Assert.True(200 - after < (200 - before) / 2, $"{before} of 200 were right before, {after} are now.");
    }

    [Fact]
    public async Task Predict_AfterMarksThatContradictThePlayer_IsTheNetworks()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        // First every digit is marked as the next one, then as what it is: what the layer has learned was wrong.
        var drawings = Look(embeddings, SyntheticExamples.Draw(60, seed: 1));
        var layer = PersonalLayer.Of(network, [.. drawings.Take(40).Select(mark => mark with { Digit = (mark.Digit + 1) % 10 })]);
        Assert.True(layer.IsTrusted);
        Assert.NotEqual(network.Predict(drawings[50].Embeddings[0]), layer.Predict(drawings[50].Embeddings[0]));

        // It gained what it learned of the lies; by as many it has to lose before it is out.
        var truths = Look(embeddings, SyntheticExamples.Draw(200, seed: 2));
        var turned = truths.TakeWhile(_ => layer.IsTrusted).Select(mark => layer = layer.Learn(mark)).Count();
        Assert.InRange(turned, 1, 199);
        Assert.Equal(network.Predict(drawings[50].Embeddings[0]), layer.Predict(drawings[50].Embeddings[0]));
    }

    [Fact]
    public async Task Predict_DigitsThatWereNeverMarked_IsTheNetworks()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var layer = PersonalLayer.Of(network, Look(embeddings, [.. SyntheticExamples.Draw(200, seed: 1, SyntheticExamples.Mirrored).Where(lesson => lesson.Digit == 7)]));
        foreach (var lesson in SyntheticExamples.Draw(100, seed: 2))
        {
            var embedding = embeddings.Of(lesson.Image);
            var expected = network.Predict(embedding);
            if (Array.IndexOf(expected, expected.Max()) != 7)
                Assert.Equal(expected, layer.Predict(embedding));
        }
    }

    [Fact]
    public async Task Of_TheSameMarks_GivesTheSameLayer()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var lessons = SyntheticExamples.Draw(40, seed: 1, SyntheticExamples.Mirrored);
        var (one, two) = (PersonalLayer.Of(network, Look(embeddings, lessons)), PersonalLayer.Of(network, Look(embeddings, lessons)));
        Assert.Equal((one.Gained, one.Lost), (two.Gained, two.Lost));
        Assert.All(SyntheticExamples.Draw(20, seed: 3).Select(lesson => embeddings.Of(lesson.Image)), embedding => Assert.Equal(one.Predict(embedding), two.Predict(embedding)));
    }

    [Fact]
    public async Task Learn_MoreThanItRemembers_ForgetsTheOldestOfThatDigit()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var one = embeddings.Of(SyntheticExamples.Draw(1, seed: 1)[0].Image);
        var marks = Enumerable.Range(0, PersonalLayer.Remembered + 5).Select(_ => new PersonalExample([one], 0)).Prepend(new PersonalExample([one], 4)).ToList();
        var layer = PersonalLayer.Of(network, marks);
        Assert.Equal(PersonalLayer.Remembered + 1, layer.Marks.Count);
        Assert.Same(marks[0], layer.Marks[0]);
        Assert.Same(marks[^1], layer.Marks[^1]);
        Assert.DoesNotContain(marks[1], layer.Marks, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public async Task Of_NoMarks_IsTheNetwork()
    {
        var (network, embeddings) = await OpenAsync();
        using var owned = embeddings;
        var layer = PersonalLayer.Of(network, []);
        var embedding = embeddings.Of(SyntheticExamples.Draw(1, seed: 1)[0].Image);
        Assert.False(layer.IsTrusted);
        Assert.Equal(network.Predict(embedding), layer.Predict(embedding));
    }

    public void Dispose() => _shipped.Dispose();

    private static List<PersonalExample> Look(Embeddings network, IReadOnlyList<TrainingExample> lessons) => [.. lessons.Select(lesson => PersonalExample.Of(lesson, network))];

    private static int CountRight(List<TrainingExample> lessons, Embeddings network, Func<float[], float[]> predict) =>
        lessons.Count(lesson => predict(network.Of(lesson.Image)) is var answer && Array.IndexOf(answer, answer.Max()) == lesson.Digit);

    private async Task<(LastLayer Network, Embeddings Embeddings)> OpenAsync()
    {
        var version = await _shipped.ReadAsync(AppNetwork.Algorithm);
        return (LastLayer.Read(version.Model), new Embeddings(version.Manifest, version.Model));
    }
}
