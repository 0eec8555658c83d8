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
        var learned = (await LearnAsync(SyntheticExamples.Draw(300, seed: 1, SyntheticExamples.Mirrored), reports.Add)).Package;
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
        var (first, answers) = await LearnAsync(examples);
        var published = await _shipped.Library.PublishAsync(first, default);
        await _shipped.Library.ActivateAsync(new ModelKey(BaseTrees.Algorithm, published.Version), "a test", "to be in the way", default);
        var (second, reversed) = await LearnAsync([.. examples.AsEnumerable().Reverse()]);
        Assert.Equal(first.Model, second.Model);
        Assert.Equal(answers, reversed.Reverse());
    }

    [XgbFact]
    public async Task Learn_OneExample_IsAVersionThatGuesses()
    {
        var (learned, _) = await LearnAsync(SyntheticExamples.Draw(1, seed: 1));
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
            () => LearnAsync(SyntheticExamples.Draw(60, seed: 1), OnProgress, cancellation.Token));
        Assert.Equal(2, rounds);
    }

    /// <summary>A habit that only one fold has is not known to those who answer for it.</summary>
    [XgbFact]
    public async Task Learn_AHabitOfOneFold_IsNotInTheAnswersForThatFold()
    {
        var (plain, mirrored) = (SyntheticExamples.Draw(200, seed: 1), SyntheticExamples.Draw(200, seed: 2, SyntheticExamples.Mirrored));
        List<TrainingExample> examples = [.. plain, .. mirrored.Select(example => example with { Player = $"mirrored {example.Player}" })];
        int CountRight(LearnedVersion learned) => Enumerable.Range(plain.Count, mirrored.Count)
            .Count(i => Array.IndexOf(learned.OutOfFold[i], learned.OutOfFold[i].Max()) == examples[i].Digit);

        var apart = await Learner.LearnAsync(examples, [.. examples.Select((_, i) => i < plain.Count ? i % 2 : 2)], _ => { }, default);
        var spread = await LearnAsync(examples);
        Assert.True(CountRight(spread) > CountRight(apart) + 20, $"{CountRight(spread)} are right, and {CountRight(apart)} apart.");
        Assert.All(spread.OutOfFold, answer => Assert.Equal(1, answer.Sum(), 1e-4));
    }

    public void Dispose() => _shipped.Dispose();

    private Task<LearnedVersion> LearnAsync(
        IReadOnlyList<TrainingExample> examples, Action<LearningProgress>? progress = null, CancellationToken cancellation = default) =>
        Learner.LearnAsync(examples, ExampleFolds.ByPlayer(examples, 3), progress ?? (_ => { }), cancellation);
}
