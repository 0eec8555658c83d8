using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Training.Examples;
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
        var learned = await Learner.LearnAsync(SyntheticExamples.Draw(300, seed: 1, SyntheticExamples.Mirrored), _ => { }, default);
        var (before, after) = (ShippedModelsFixture.CountRight(await _shipped.ReadAsync(AppNetwork.Algorithm), others), ShippedModelsFixture.CountRight(learned, others));
        Assert.True(300 - after < (300 - before) / 2, $"{before} of 300 were right before, {after} are now.");
        Assert.Contains("300 marked drawings of 6 players", learned.Manifest.TrainedOn.ToString());
        Assert.Empty(learned.Manifest.Metrics);
    }

    [Fact]
    public async Task Learn_OneDigitOnly_KeepsTheOthers()
    {
        var plain = SyntheticExamples.Draw(500, seed: 3);
        var learned = await Learner.LearnAsync([.. SyntheticExamples.Draw(1000, seed: 1, SyntheticExamples.Mirrored).Where(lesson => lesson.Digit == 7)], _ => { }, default);
        var (before, after) = (ShippedModelsFixture.CountRight(await _shipped.ReadAsync(AppNetwork.Algorithm), plain), ShippedModelsFixture.CountRight(learned, plain));
        Assert.InRange(after, before - 5, 500);
    }

    [Fact]
    public async Task Learn_SomeMarksWrong_KeepsMostOfWhatItKnew()
    {
        var plain = SyntheticExamples.Draw(500, seed: 3);
        var learned = await Learner.LearnAsync([.. SyntheticExamples.Draw(500, seed: 1).Select((lesson, i) => i % 10 == i / 10 % 10 ? lesson with { Digit = (lesson.Digit + 3) % 10 } : lesson)], _ => { }, default);
        Assert.InRange(ShippedModelsFixture.CountRight(learned, plain), ShippedModelsFixture.CountRight(await _shipped.ReadAsync(AppNetwork.Algorithm), plain) - 5, 500);
    }

    [Fact]
    public async Task Learn_InAnotherOrder_GivesTheSameModel()
    {
        var lessons = SyntheticExamples.Draw(60, seed: 1);
        var (one, two) = (await Learner.LearnAsync(lessons, _ => { }, default), await Learner.LearnAsync([.. lessons.AsEnumerable().Reverse()], _ => { }, default));
        Assert.Equal(one.Model, two.Model);
        Assert.Equal(one.Extras![Rehearsal.File], two.Extras![Rehearsal.File]);
    }

    [Fact]
    public async Task Learn_PixelsWithoutInk_AreLearnedToo()
    {
        var learned = await Learner.LearnAsync([.. SyntheticExamples.Draw(30, seed: 1).Select(lesson => lesson with { Ink = null })], _ => { }, default);
        Assert.NotEqual((await _shipped.ReadAsync(AppNetwork.Algorithm)).Model, learned.Model);
    }

    [Fact]
    public async Task Learn_AfterAnEarlierRun_StartsFromWhatShips()
    {
        var lessons = SyntheticExamples.Draw(60, seed: 1);
        var first = await Learner.LearnAsync(lessons, _ => { }, default);
        var published = await _shipped.Library.PublishAsync(first, default);
        await _shipped.Library.ActivateAsync(new ModelKey(AppNetwork.Algorithm, published.Version), "a test", "to be in the way", default);
        Assert.Equal(first.Model, (await Learner.LearnAsync(lessons, _ => { }, default)).Model);
    }

    [Fact]
    public async Task Learn_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Learner.LearnAsync(SyntheticExamples.Draw(60, seed: 1), _ => cancellation.Cancel(), cancellation.Token));
    }

    [Fact]
    public async Task Shipped_GuessesAsTheNetworkThatItBeginsAs()
    {
        var (network, origin) = (await _shipped.ReadAsync(AppNetwork.Algorithm), await _shipped.ReadAsync(AppNetwork.Origin));
        using var one = OnnxClassifier.Load(network.Manifest, network.Model);
        using var other = OnnxClassifier.Load(origin.Manifest, origin.Model);
        Assert.All(SyntheticExamples.Draw(20, seed: 4), lesson => Assert.Equal(other.Predict(lesson.Image), one.Predict(lesson.Image)));
    }

    public void Dispose() => _shipped.Dispose();
}
