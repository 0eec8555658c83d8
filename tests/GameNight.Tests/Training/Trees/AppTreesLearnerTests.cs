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
        MadeUpInk = 500,
    };

    private readonly ShippedLibrary _shipped = new();

    private AppTreesLearner Learner => new(_shipped.Library, options: Small);

    [XgbFact]
    public async Task Learn_AHabit_IsReadBetterThanBefore()
    {
        var heard = new List<LearningProgress>();
        var (plain, others) = (MadeUpLessons.Draw(300, seed: 3), MadeUpLessons.Draw(300, seed: 2, MadeUpLessons.Mirrored));
        var shipped = await _shipped.ReadAsync(BaseTrees.Algorithm);
        var learned = await Learner.LearnAsync(MadeUpLessons.Draw(300, seed: 1, MadeUpLessons.Mirrored), heard.Add, default);
        var (before, after) = (ShippedLibrary.CountRight(shipped, others), ShippedLibrary.CountRight(learned, others));
        Assert.True(after > before + 30, $"{before} of 300 were right before, {after} are now.");
        Assert.InRange(ShippedLibrary.CountRight(learned, plain), ShippedLibrary.CountRight(shipped, plain) - 60, 300);
        Assert.Equal(heard.Select(progress => progress.Share).Order(), heard.Select(progress => progress.Share));
        Assert.Contains(heard, progress => progress.Words == "grows trees: round 5 of 5");
    }

    [XgbFact]
    public async Task Learn_InAnotherOrderAndAfterAnEarlierRun_GivesTheSameModel()
    {
        var lessons = MadeUpLessons.Draw(60, seed: 1);
        var first = await Learner.LearnAsync(lessons, _ => { }, default);
        var published = await _shipped.Library.PublishAsync(first, default);
        await _shipped.Library.ActivateAsync(new ModelKey(BaseTrees.Algorithm, published.Version), "a test", "to be in the way", default);
        Assert.Equal(first.Model, (await Learner.LearnAsync([.. lessons.AsEnumerable().Reverse()], _ => { }, default)).Model);
    }

    [XgbFact]
    public async Task Learn_OneLesson_GivesAVersionThatPlays() =>
        Assert.InRange(ShippedLibrary.CountRight(await Learner.LearnAsync(MadeUpLessons.Draw(1, seed: 1), _ => { }, default), MadeUpLessons.Draw(50, seed: 2)), 40, 50);

    [XgbFact]
    public async Task Learn_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var rounds = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Learner.LearnAsync(MadeUpLessons.Draw(60, seed: 1), progress =>
        {
            if (progress.Words.Contains("round", StringComparison.Ordinal) && ++rounds == 2)
                cancellation.Cancel();
        }, cancellation.Token));
        Assert.Equal(2, rounds);
    }

    public void Dispose() => _shipped.Dispose();
}
