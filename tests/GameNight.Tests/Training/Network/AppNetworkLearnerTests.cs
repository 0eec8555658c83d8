using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class AppNetworkLearnerTests : IDisposable
{
    private readonly ShippedModelsFixture _shipped = new();

    private AppNetworkLearner Learner => new(_shipped.Library, new AppNetworkOptions { Threads = 2 });

    [Fact]
    public async Task Learn_AHabit_IsReadBetterThanBefore()
    {
        var others = SyntheticExamples.Draw(300, seed: 2, SyntheticExamples.Mirrored);
        var learned = await LearnAsync(SyntheticExamples.Draw(300, seed: 1, SyntheticExamples.Mirrored));
        var (before, after) = (await CountRightBeforeAsync(others), ShippedModelsFixture.CountRight(learned, others));
        Assert.True(300 - after < (300 - before) / 2, $"{before} of 300 were right before, {after} are now.");
        Assert.Contains("300 marked drawings of 6 players", learned.Manifest.TrainedOn.ToString());
        Assert.Empty(learned.Manifest.Metrics);
    }

    [Fact]
    public async Task Learn_OneDigitOnly_KeepsTheOthers()
    {
        var plain = SyntheticExamples.Draw(500, seed: 3);
        var mirrored = SyntheticExamples.Draw(1000, seed: 1, SyntheticExamples.Mirrored);
        var learned = await LearnAsync(mirrored.FindAll(example => example.Digit == 7));
        Assert.InRange(ShippedModelsFixture.CountRight(learned, plain), await CountRightBeforeAsync(plain) - 5, 500);
    }

    [Fact]
    public async Task Learn_SomeLabelsWrong_KeepsMostOfItsAccuracy()
    {
        var plain = SyntheticExamples.Draw(500, seed: 3);
        var examples = SyntheticExamples.Draw(500, seed: 1).Select((example, i) =>
            i % 10 == i / 10 % 10 ? example with { Digit = (example.Digit + 3) % 10 } : example);
        var learned = await LearnAsync([.. examples]);
        Assert.InRange(ShippedModelsFixture.CountRight(learned, plain), await CountRightBeforeAsync(plain) - 5, 500);
    }

    [Fact]
    public async Task Learn_InAnotherOrder_GivesTheSameModel()
    {
        var examples = SyntheticExamples.Draw(60, seed: 1);
        var (one, two) = (await LearnAsync(examples), await LearnAsync([.. examples.AsEnumerable().Reverse()]));
        Assert.Equal(one.Model, two.Model);
        Assert.Equal(one.Extras![Rehearsal.FileName], two.Extras![Rehearsal.FileName]);
    }

    [Fact]
    public async Task Learn_PixelsWithoutInk_AreLearnedToo()
    {
        var learned = await LearnAsync([.. SyntheticExamples.Draw(30, seed: 1).Select(example => example with { Ink = null })]);
        Assert.NotEqual((await _shipped.ReadAsync(AppNetwork.Algorithm)).Model, learned.Model);
    }

    [Fact]
    public async Task Learn_AfterAnEarlierRun_StartsFromTheVersionThatShips()
    {
        var examples = SyntheticExamples.Draw(60, seed: 1);
        var first = await LearnAsync(examples);
        var published = await _shipped.Library.PublishAsync(first, default);
        await _shipped.Library.ActivateAsync(new ModelKey(AppNetwork.Algorithm, published.Version), "a test", "to be in the way", default);
        Assert.Equal(first.Model, (await LearnAsync(examples)).Model);
    }

    [Fact]
    public async Task Learn_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var examples = SyntheticExamples.Draw(60, seed: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Learner.LearnAsync(
                examples, ExampleFolds.ByPlayer(examples, 3), _ => cancellation.Cancel(), cancellation.Token));
    }

    [Fact]
    public async Task Shipped_AnyDrawing_GuessesAsItsOrigin()
    {
        var (network, origin) = (await _shipped.ReadAsync(AppNetwork.Algorithm), await _shipped.ReadAsync(AppNetwork.Origin));
        using var one = OnnxClassifier.Load(network.Manifest, network.Model);
        using var other = OnnxClassifier.Load(origin.Manifest, origin.Model);
        Assert.All(SyntheticExamples.Draw(20, seed: 4), example => Assert.Equal(other.Predict(example.Image), one.Predict(example.Image)));
    }

    public void Dispose() => _shipped.Dispose();

    private async Task<ModelPackage> LearnAsync(IReadOnlyList<TrainingExample> examples) =>
        (await Learner.LearnAsync(examples, ExampleFolds.ByPlayer(examples, 3), _ => { }, default)).Package;

    private async Task<int> CountRightBeforeAsync(IReadOnlyList<TrainingExample> examples) =>
        ShippedModelsFixture.CountRight(await _shipped.ReadAsync(AppNetwork.Algorithm), examples);
}
