using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Tests.Datasets;
using GameNight.Tests.Training;
using GameNight.Tests.Training.Examples;
using GameNight.Tests.Training.SyntheticInk;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Tests.Retraining;

/// <summary>
/// The benchmark wrong-labels in small: wrong labels go through the whole pipeline, and versions are measured on players who never play.
/// </summary>
public sealed class WrongLabelsTests : IDisposable
{
    /// <summary>How many of 400 drawings a version may read worse: half a point.</summary>
    private const int AllowedLoss = 2;

    private static readonly List<TrainingExample> Trusted = SyntheticExamples.Draw(400, seed: 77);

    private readonly RetrainingFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.2)]
    public async Task Run_LabelsFlippedByAllPlayers_AreFoundAndCostNoAccuracy(double share)
    {
        var labels = Label(400, seed: 1, (random, example) => random.NextDouble() < share ? Flip(random, example) : example);
        var run = await RunAsync(labels);
        await AssertFoundAsync(labels, 0.8, 0.5);
        await AssertHarmlessAsync(run);
    }

    [Fact]
    public async Task Run_OnePlayerWhoseLabelsAreAllWrong_IsNotLearnedFrom()
    {
        var labels = Label(
            400, seed: 2, (random, example) => random.NextDouble() < 0.2 ? Flip(random, example) with { Player = "liar" } : example);
        var run = await RunAsync(labels);
        await AssertFoundAsync(labels, 0.95, 0.9);
        await AssertHarmlessAsync(run);
    }

    [Fact]
    public async Task Run_HalfThePlayersLabelFoursAsNines_StillReadsFours()
    {
        var labels = Label(400, seed: 3, (_, example) =>
            example.Digit == 4 && string.CompareOrdinal(example.Player, "player 3") < 0 ? example with { Digit = 9 } : example);
        var run = await RunAsync(labels);
        await AssertFoundAsync(labels, 0.8, 0.5);
        await AssertHarmlessAsync(run);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_Scribbles_AreDoubtedWhateverTheirLabel(bool asGuessed)
    {
        var shipped = await _fixture.Library.ReadShippedAsync(AppNetwork.Algorithm, default);
        using var network = OnnxClassifier.Load(shipped, await _fixture.Library.ReadModelAsync(shipped, default));
        var labels = Label(400, seed: 4, (random, example) =>
        {
            if (random.NextDouble() >= 0.05)
                return example;
            var image = InkNormaliser.Normalise(Scribbles.Draw(random));
            var digit = asGuessed ? new Guess("", "", network.Predict(image)).Digit : random.Next(10);
            return example with { Ink = null, Image = image, Digit = digit };
        });
        var run = await RunAsync(labels);
        await AssertFoundAsync(labels, 0.8, 0.5);
        await AssertHarmlessAsync(run);
    }

    [Fact]
    public async Task Run_AHabitWhileAFifthOfTheLabelsIsWrong_IsLearned()
    {
        var run = await RunAsync(Label(
            600, seed: 5, (random, example) => random.NextDouble() < 0.2 ? Flip(random, example) : example, SyntheticExamples.Mirrored));
        Assert.True(run.State == RunState.Activated, run.Words);
        var others = SyntheticExamples.Draw(200, seed: 78, SyntheticExamples.Mirrored);
        Assert.True(await CountRightAsync(run.Version!, others) > await CountRightAsync("2", others) + 20);
        await AssertHarmlessAsync(run, allowedLoss: 2 * AllowedLoss);
    }

    [Fact]
    public async Task Run_TenTimesWithMoreAndMoreFoursLabelledAsNines_StillReadsFours()
    {
        var process = _fixture.StartProcess();
        for (var round = 0; round < 10; round++)
        {
            // Each round until the seventh brings a new player who labels all fours as nines, and the other digits correctly.
            var schemers = Math.Min(1 + round, 7);
            await _fixture.PlayAsync(SyntheticExamples.Draw(60, seed: 100 + round).Select((example, i) => i % 10 < 1 + round / 2
                ? example with { Player = $"schemer {i / 10 % schemers}", Digit = example.Digit == 4 ? 9 : example.Digit }
                : example));
            var fours = SyntheticExamples.Draw(20, seed: 200 + round).Where(example => example.Digit == 4);
            await _fixture.PlayAsync(
                fours.Select((example, i) => example with { Player = $"schemer {(round + i) % schemers}", Digit = 9 }));
            await AssertHarmlessAsync(await process.RunAsync());
        }
    }

    [InkFact]
    public async Task Review_RecordedInkWithATenthFlipped_FindsThoseAndKeepsUnusualWriting()
    {
        var recorded = await InkDataset.ReadAsync(DatasetFiles.FindInk(null)!.FullName, default).ToListAsync();
        var random = new Random(1);
        var labels = recorded.Where((_, i) => i % 5 == 0)
            .Select((drawing, i) => new TrainingExample(
                new Guid(i, 9, 0, new byte[8]), $"{drawing.Writer:D3}", drawing.Strokes, InkNormaliser.Normalise(drawing.Strokes),
                drawing.Label))
            .Select(example => new LabelledExample(random.NextDouble() < 0.1 ? Flip(random, example) : example, example)).ToList();
        List<LabelledDrawing> drawings = [.. labels.Select(label => new LabelledDrawing(
            label.Labelled, IsTrusted: false, new PlayCircumstances(DateTimeOffset.UnixEpoch, PlayOrigin.Page, Mode: null, [])))];
        var opinions = await new OutOfFoldPredictor(_fixture.Library, new SplitSecret(_fixture.Documents), 2).PredictAsync(drawings,
            default);
        var review = LabelReview.Review(drawings, opinions);
        AssertHit(labels, [.. review.Suspects.Select(suspect => suspect.Id)], 0.9, 0.8);

        var shipped = await _fixture.Library.ReadShippedAsync(AppNetwork.Algorithm, default);
        using var network = OnnxClassifier.Load(shipped, await _fixture.Library.ReadModelAsync(shipped, default));
        var correct = labels.Where(label => !label.IsWrong).ToList();
        var misread = correct.Where(label => new Guess("", "", network.Predict(label.Meant.Image)).Digit != label.Meant.Digit).ToList();
        var doubted = review.Suspects.Select(suspect => suspect.Id).ToHashSet();
        Assert.InRange(correct.Count(label => doubted.Contains(label.Meant.Id)), 0, correct.Count / 50);
        Assert.InRange(misread.Count(label => doubted.Contains(label.Meant.Id)), 0, misread.Count / 2);
    }

    private async Task<TrainingRun> RunAsync(List<LabelledExample> labels)
    {
        await _fixture.PlayAsync(labels.Select(label => label.Labelled));
        return await _fixture.StartProcess().RunAsync();
    }

    /// <summary>Asserts that the latest run doubted the wrong labels.</summary>
    private async Task AssertFoundAsync(List<LabelledExample> labels, double recall, double precision)
    {
        var waiting = await _fixture.StartProcess().Decisions.ReadSuspectsAsync(int.MaxValue, default);
        AssertHit(labels, [.. waiting.Select(waiting => waiting.Suspect.Id)], recall, precision);
    }

    private static void AssertHit(List<LabelledExample> labels, HashSet<Guid> doubted, double recall, double precision)
    {
        var wrong = labels.Count(label => label.IsWrong);
        var hit = labels.Count(label => label.IsWrong && doubted.Contains(label.Meant.Id));
        Assert.True(
            hit >= recall * wrong && hit >= precision * doubted.Count,
            $"{hit} of {wrong} were found, among {doubted.Count} that are doubted.");
    }

    /// <summary>Asserts that the version in service and the one that the run made read trusted drawings as well as the first one.</summary>
    private async Task AssertHarmlessAsync(TrainingRun run, int allowedLoss = AllowedLoss)
    {
        var before = await CountRightAsync("2", Trusted);
        foreach (var version in new[] { await _fixture.ActiveAsync(), run.Version }.OfType<string>())
            Assert.InRange(await CountRightAsync(version, Trusted), before - allowedLoss, Trusted.Count);
    }

    private async Task<int> CountRightAsync(string version, IReadOnlyList<TrainingExample> examples)
    {
        var manifest = await _fixture.Library.ReadManifestAsync(new ModelKey(AppNetwork.Algorithm, version), default);
        var model = await _fixture.Library.ReadModelAsync(manifest, default);
        return ShippedModelsFixture.CountRight(new ModelPackage(manifest, model), examples);
    }

    private static List<LabelledExample> Label(
        int count, int seed, Func<Random, TrainingExample, TrainingExample> label, Func<double, double, double[]>? habit = null)
    {
        var random = new Random(seed);
        return [.. SyntheticExamples.Draw(count, seed, habit).Select(example => new LabelledExample(label(random, example), example))];
    }

    private static TrainingExample Flip(Random random, TrainingExample example) =>
        example with { Digit = (example.Digit + random.Next(1, 10)) % 10 };

    /// <param name="Labelled">The drawing and label that are played.</param>
    /// <param name="Meant">The drawing with its true digit; where a scribble is played, a drawing in its place.</param>
    private sealed record LabelledExample(TrainingExample Labelled, TrainingExample Meant)
    {
        public bool IsWrong => Labelled.Digit != Meant.Digit || Labelled.Image != Meant.Image;
    }
}
