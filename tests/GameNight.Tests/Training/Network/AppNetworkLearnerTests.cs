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
        Assert.Contains("300 labelled drawings of 6 players", learned.Manifest.TrainedOn.ToString());
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
    public async Task Learn_OneOrTwoThreads_GivesTheSameModel()
    {
        var examples = SyntheticExamples.Draw(60, seed: 1);
        var alone = new AppNetworkLearner(_shipped.Library, new AppNetworkOptions { Threads = 1 });
        var learned = await alone.LearnAsync(examples, ExampleFolds.ByPlayer(examples, 3, SyntheticExamples.Key), _ => { }, default);
        Assert.Equal((await LearnAsync(examples)).Model, learned.Package.Model);
    }

    [Fact]
    public async Task Learn_OwnVersionWithTheNumberOfTheOneThatShips_StartsFromTheOneThatShips()
    {
        var examples = SyntheticExamples.Draw(60, seed: 1);
        var (before, shipped) = (await LearnAsync(examples), await _shipped.ReadAsync(AppNetwork.Algorithm));
        var older = shipped with { Manifest = shipped.Manifest with { Output = shipped.Manifest.Output with { Features = null } } };
        var key = new ModelKey(AppNetwork.Algorithm, shipped.Manifest.Version);
        Assert.True(await _shipped.Registry.TryPublishAsync(key, older.Files(older.As(key.Version, DateTimeOffset.UnixEpoch)), default));
        Assert.False((await _shipped.Library.FindAsync(AppNetwork.Algorithm, default)).IsShipped(key));
        Assert.Equal(before.Model, (await LearnAsync(examples)).Model);
    }

    [Fact]
    public async Task Learn_HabitOfOneFoldOnly_IsUnknownOutOfFold()
    {
        var (plain, habit) = (SyntheticExamples.Draw(200, seed: 1), SyntheticExamples.Draw(200, seed: 2, SyntheticExamples.Mirrored));
        int[] folds = [.. Enumerable.Repeat(0, 200), .. Enumerable.Repeat(1, 200)];
        var learned = await Learner.LearnAsync([.. plain, .. habit], folds, _ => { }, default);
        var outOfFold = habit.Zip(learned.OutOfFold.Skip(200)).Count(pair => IsRight(pair.Second, pair.First.Digit));
        Assert.InRange(outOfFold, 0, await CountRightBeforeAsync(habit) + 10);
        Assert.True(ShippedModelsFixture.CountRight(learned.Package, habit) > outOfFold + 20);
    }

    [Fact]
    public async Task Learn_InAnotherOrder_AnswersOutOfFoldInThatOrder()
    {
        var examples = SyntheticExamples.Draw(60, seed: 1, SyntheticExamples.Mirrored);
        var folds = ExampleFolds.ByPlayer(examples, 3, SyntheticExamples.Key);
        var one = await Learner.LearnAsync(examples, folds, _ => { }, default);
        var two = await Learner.LearnAsync([.. examples.AsEnumerable().Reverse()], [.. folds.Reverse()], _ => { }, default);
        Assert.Equal(one.OutOfFold, two.OutOfFold.Reverse());
    }

    [Fact]
    public async Task Learn_OneFold_IsJudgedByTheVersionThatShips()
    {
        var examples = SyntheticExamples.Draw(30, seed: 1, SyntheticExamples.Mirrored);
        var learned = await Learner.LearnAsync(examples, new int[30], _ => { }, default);
        var shipped = await _shipped.ReadAsync(AppNetwork.Algorithm);
        using var classifier = OnnxClassifier.Load(shipped.Manifest, shipped.Model);
        foreach (var (example, probabilities) in examples.Zip(learned.OutOfFold))
            Assert.All(classifier.Predict(example.Image).Zip(probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public async Task Learn_OtherNumberOfFolds_IsRefused()
    {
        var examples = SyntheticExamples.Draw(3, seed: 1);
        await Assert.ThrowsAsync<ArgumentException>(() => Learner.LearnAsync(examples, [0, 1], _ => { }, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Learner.LearnAsync([], [], _ => { }, default));
    }

    [Fact]
    public async Task Learn_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var examples = SyntheticExamples.Draw(60, seed: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Learner.LearnAsync(examples, ExampleFolds.ByPlayer(examples, 3, SyntheticExamples.Key), _ => cancellation.Cancel(),
                cancellation.Token));
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
        (await Learner.LearnAsync(examples, ExampleFolds.ByPlayer(examples, 3, SyntheticExamples.Key), _ => { }, default)).Package;

    private static bool IsRight(float[] probabilities, int digit) => new Guess("", "", probabilities).Digit == digit;

    private async Task<int> CountRightBeforeAsync(IReadOnlyList<TrainingExample> examples) =>
        ShippedModelsFixture.CountRight(await _shipped.ReadAsync(AppNetwork.Algorithm), examples);
}
