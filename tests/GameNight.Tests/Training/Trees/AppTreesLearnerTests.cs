using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Native;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;
using GameNight.Training.Trees;

namespace GameNight.Tests.Training.Trees;

public sealed class AppTreesLearnerTests : IDisposable
{
    private static readonly AppTreesOptions Small = new()
    {
        Trees = new BoostedTreesOptions { Rounds = 5, LearningRate = 0.3, Depth = 4, Threads = 2 },
        Copies = 3,
        SyntheticDrawings = 500,
    };

    private readonly ShippedModelsFixture _shipped = new();

    private AppTreesLearner Learner => new(_shipped.Library, options: Small);

    [XgbFact]
    public async Task Learn_AHabit_IsReadBetterThanBefore()
    {
        var reports = new List<LearningProgress>();
        var (plain, others) = (SyntheticExamples.Draw(300, seed: 3), SyntheticExamples.Draw(300, seed: 2, SyntheticExamples.Mirrored));
        var shipped = await _shipped.ReadAsync(BaseTrees.Algorithm);
        var learned = await LearnAsync(SyntheticExamples.Draw(300, seed: 1, SyntheticExamples.Mirrored), reports.Add);
        var (before, after) = (ShippedModelsFixture.CountRight(shipped, others), ShippedModelsFixture.CountRight(learned, others));
        Assert.True(after > before + 30, $"{before} of 300 were right before, {after} are now.");
        Assert.InRange(ShippedModelsFixture.CountRight(learned, plain), ShippedModelsFixture.CountRight(shipped, plain) - 60, 300);
        Assert.Equal(reports.Select(progress => progress.Share).Order(), reports.Select(progress => progress.Share));
        Assert.Contains(reports, progress => progress.Activity == "grows trees: round 5 of 5");
    }

    [XgbFact]
    public async Task Learn_InAnotherOrderAndAfterAnEarlierRun_GivesTheSameModel()
    {
        var examples = SyntheticExamples.Draw(60, seed: 1);
        var first = await LearnAsync(examples);
        var published = await _shipped.Library.PublishAsync(first, default);
        await _shipped.Library.ActivateAsync(new ModelKey(BaseTrees.Algorithm, published.Version), "a test", "to be in the way", default);
        var second = await LearnAsync([.. examples.AsEnumerable().Reverse()]);
        Assert.Equal(first.Model, second.Model);
    }

    [XgbFact]
    public async Task Learn_HabitOfOneFoldOnly_IsUnknownOutOfFold()
    {
        var (plain, habit) = (SyntheticExamples.Draw(200, seed: 1), SyntheticExamples.Draw(200, seed: 2, SyntheticExamples.Mirrored));
        int[] folds = [.. Enumerable.Repeat(1, 200), .. Enumerable.Repeat(0, 200)];
        var learned = await Learner.LearnAsync([.. habit, .. plain], folds, _ => { }, default);
        Assert.All(learned.OutOfFold, probabilities => Assert.Equal(1, probabilities.Sum(), 1e-4f));
        var outOfFold = habit.Zip(learned.OutOfFold).Count(pair => new Guess("", "", pair.Second).Digit == pair.First.Digit);
        Assert.True(ShippedModelsFixture.CountRight(learned.Package, habit) > outOfFold + 40, $"{outOfFold} of 200 are right out of fold.");
    }

    [XgbFact]
    public async Task Learn_OneExample_IsAVersionThatGuesses()
    {
        var learned = await LearnAsync(SyntheticExamples.Draw(1, seed: 1));
        Assert.InRange(ShippedModelsFixture.CountRight(learned, SyntheticExamples.Draw(50, seed: 2)), 40, 50);
    }

    [XgbFact]
    public async Task Learn_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var (examples, rounds) = (SyntheticExamples.Draw(60, seed: 1), 0);
        void OnProgress(LearningProgress progress)
        {
            if (progress.Activity.Contains("round", StringComparison.Ordinal) && ++rounds == 2)
                cancellation.Cancel();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Learner.LearnAsync(examples, ExampleFolds.ByPlayer(examples, 3, SyntheticExamples.Key), OnProgress, cancellation.Token));
        Assert.Equal(2, rounds);
    }

    public void Dispose() => _shipped.Dispose();

    private async Task<ModelPackage> LearnAsync(IReadOnlyList<TrainingExample> examples, Action<LearningProgress>? progress = null) =>
        (await Learner.LearnAsync(examples, ExampleFolds.ByPlayer(examples, 3, SyntheticExamples.Key), progress ?? (_ => { }),
            default)).Package;
}
