using GameNight.Models;
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
        var learned = await Learner.LearnAsync(SyntheticExamples.Draw(300, seed: 1, SyntheticExamples.Mirrored), reports.Add, default);
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
        var first = await Learner.LearnAsync(examples, _ => { }, default);
        var published = await _shipped.Library.PublishAsync(first, default);
        await _shipped.Library.ActivateAsync(new ModelKey(BaseTrees.Algorithm, published.Version), "a test", "to be in the way", default);
        var second = await Learner.LearnAsync([.. examples.AsEnumerable().Reverse()], _ => { }, default);
        Assert.Equal(first.Model, second.Model);
    }

    [XgbFact]
    public async Task Learn_OneExample_IsAVersionThatGuesses()
    {
        var learned = await Learner.LearnAsync(SyntheticExamples.Draw(1, seed: 1), _ => { }, default);
        Assert.InRange(ShippedModelsFixture.CountRight(learned, SyntheticExamples.Draw(50, seed: 2)), 40, 50);
    }

    [XgbFact]
    public async Task Learn_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var rounds = 0;
        void OnProgress(LearningProgress progress)
        {
            if (progress.Activity.Contains("round", StringComparison.Ordinal) && ++rounds == 2)
                cancellation.Cancel();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Learner.LearnAsync(SyntheticExamples.Draw(60, seed: 1), OnProgress, cancellation.Token));
        Assert.Equal(2, rounds);
    }

    public void Dispose() => _shipped.Dispose();
}
