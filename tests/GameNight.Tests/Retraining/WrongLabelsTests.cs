using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Models;
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

/// <summary>What the benchmarks' wrong-labels measures, in small: wrong marks go the whole way, and people who never play judge.</summary>
public sealed class WrongLabelsTests : IDisposable
{
    /// <summary>Half a point, of 400 drawings.</summary>
    private const int MayBeLost = 2;

    private static readonly List<TrainingExample> Trusted = SyntheticExamples.Draw(400, seed: 77);

    private readonly RetrainingFixture _school = new();

    public void Dispose() => _school.Dispose();

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.2)]
    public async Task Run_FlippedByAll_FindsThemAndLosesNothing(double share)
    {
        var marks = Marks(400, seed: 1, (random, lesson) => random.NextDouble() < share ? Flip(random, lesson) : lesson);
        var run = await RunAsync(marks);
        await AssertFoundAsync(marks, 0.8, 0.5);
        await AssertHarmlessAsync(run);
    }

    [Fact]
    public async Task Run_OnePlayerWhoLiesAlways_IsNotLearnedFrom()
    {
        var marks = Marks(400, seed: 2, (random, lesson) => random.NextDouble() < 0.2 ? Flip(random, lesson) with { Player = "liar" } : lesson);
        var run = await RunAsync(marks);
        await AssertFoundAsync(marks, 0.95, 0.9);
        await AssertHarmlessAsync(run);
    }

    [Fact]
    public async Task Run_HalfThePlayersCallFoursNines_IsNotTalkedIntoIt()
    {
        var marks = Marks(400, seed: 3, (_, lesson) => lesson.Digit == 4 && string.CompareOrdinal(lesson.Player, "player 3") < 0 ? lesson with { Digit = 9 } : lesson);
        var run = await RunAsync(marks);
        await AssertFoundAsync(marks, 0.8, 0.5);
        await AssertHarmlessAsync(run);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_Scribbles_WaitForTheHost(bool asGuessed)
    {
        var shipped = await _school.Library.ReadShippedAsync(AppNetwork.Algorithm, default);
        using var network = OnnxClassifier.Load(shipped, await _school.Library.ReadModelAsync(shipped, default));
        var marks = Marks(400, seed: 4, (random, lesson) =>
        {
            if (random.NextDouble() >= 0.05)
                return lesson;
            var image = InkNormaliser.Normalise(Scribbles.Draw(random));
            return lesson with { Ink = null, Image = image, Digit = asGuessed ? new Guess("", "", network.Predict(image)).Digit : random.Next(10) };
        });
        var run = await RunAsync(marks);
        await AssertFoundAsync(marks, 0.8, 0.5);
        await AssertHarmlessAsync(run);
    }

    [Fact]
    public async Task Run_AHabitWhileAFifthOfTheMarksIsWrong_IsLearnedAllTheSame()
    {
        await _school.PlayAsync(Marks(600, seed: 5, (random, lesson) => random.NextDouble() < 0.2 ? Flip(random, lesson) : lesson, SyntheticExamples.Mirrored).Select(mark => mark.Marked));
        var run = await _school.Enter().RunAsync();
        Assert.True(run.State == RunState.Activated, run.Words);
        var others = SyntheticExamples.Draw(200, seed: 78, SyntheticExamples.Mirrored);
        Assert.True(await CountRightAsync(run.Version!, others) > await CountRightAsync("1", others) + 20);
        await AssertHarmlessAsync(run, mayBeLost: 2 * MayBeLost);
    }

    [Fact]
    public async Task Run_TenTimesWhileMoreAndMoreFoursAreCalledNines_IsNeverTalkedIntoIt()
    {
        var desk = _school.Enter();
        for (var round = 0; round < 10; round++)
        {
            // Each round brings a new player, who calls all fours nines, and marks the rest as it is; in the end that are seven.
            var schemers = Math.Min(1 + round, 7);
            await _school.PlayAsync(SyntheticExamples.Draw(60, seed: 100 + round).Select((lesson, i) => i % 10 < 1 + round / 2
                ? lesson with { Player = $"schemer {i / 10 % schemers}", Digit = lesson.Digit == 4 ? 9 : lesson.Digit }
                : lesson));
            await _school.PlayAsync(SyntheticExamples.Draw(20, seed: 200 + round).Where(lesson => lesson.Digit == 4).Select((lesson, i) => lesson with { Player = $"schemer {(round + i) % schemers}", Digit = 9 }));
            await AssertHarmlessAsync(await desk.RunAsync());
        }
    }

    [InkFact]
    public async Task Review_RecordedInkWithATenthFlipped_FindsThemAndKeepsHonestHabits()
    {
        var recorded = await InkDataset.ReadAsync(DatasetFiles.FindInk(null)!.FullName, default).ToListAsync();
        var random = new Random(1);
        var marks = recorded.Where((_, i) => i % 5 == 0).Select((drawing, i) => new TrainingExample(new Guid(i, 9, 0, new byte[8]), $"{drawing.Writer:D3}", drawing.Strokes, InkNormaliser.Normalise(drawing.Strokes), drawing.Label))
            .Select(lesson => new Mark(random.NextDouble() < 0.1 ? Flip(random, lesson) : lesson, lesson)).ToList();
        var opinions = await new OutOfFoldPredictor(_school.Library, 2).PredictAsync([.. marks.Select(mark => new LabelledDrawing(mark.Marked, IsTrusted: false))], default);
        var review = LabelReview.Review([.. marks.Select(mark => new LabelledDrawing(mark.Marked, IsTrusted: false))], opinions);
        AssertHit(marks, [.. review.Suspects.Select(suspect => suspect.Id)], 0.9, 0.8);

        var shipped = await _school.Library.ReadShippedAsync(AppNetwork.Algorithm, default);
        using var network = OnnxClassifier.Load(shipped, await _school.Library.ReadModelAsync(shipped, default));
        var honest = marks.Where(mark => !mark.IsWrong).ToList();
        var misread = honest.Where(mark => new Guess("", "", network.Predict(mark.Meant.Image)).Digit != mark.Meant.Digit).ToList();
        var doubted = review.Suspects.Select(suspect => suspect.Id).ToHashSet();
        Assert.InRange(honest.Count(mark => doubted.Contains(mark.Meant.Id)), 0, honest.Count / 50);
        Assert.InRange(misread.Count(mark => doubted.Contains(mark.Meant.Id)), 0, misread.Count / 2);
    }

    private async Task<TrainingRun> RunAsync(List<Mark> marks)
    {
        await _school.PlayAsync(marks.Select(mark => mark.Marked));
        return await _school.Enter().RunAsync();
    }

    private async Task AssertFoundAsync(List<Mark> marks, double found, double right) =>
        AssertHit(marks, [.. (await _school.Enter().Decisions.ReadSuspectsAsync(int.MaxValue, default)).Select(waiting => waiting.Suspect.Id)], found, right);

    private static void AssertHit(List<Mark> marks, HashSet<Guid> doubted, double found, double right)
    {
        var (wrong, hit) = (marks.Count(mark => mark.IsWrong), marks.Count(mark => mark.IsWrong && doubted.Contains(mark.Meant.Id)));
        Assert.True(hit >= found * wrong && hit >= right * doubted.Count, $"{hit} of {wrong} were found, among {doubted.Count} that are doubted.");
    }

    /// <summary>Whatever plays now, and also what waits unused.</summary>
    private async Task AssertHarmlessAsync(TrainingRun run, int mayBeLost = MayBeLost)
    {
        var before = await CountRightAsync("1", Trusted);
        foreach (var version in new[] { await _school.ActiveAsync(), run.Version }.OfType<string>())
            Assert.InRange(await CountRightAsync(version, Trusted), before - mayBeLost, Trusted.Count);
    }

    private async Task<int> CountRightAsync(string version, IReadOnlyList<TrainingExample> lessons)
    {
        var manifest = await _school.Library.ReadManifestAsync(new ModelKey(AppNetwork.Algorithm, version), default);
        return ShippedModelsFixture.CountRight(new ModelPackage(manifest, await _school.Library.ReadModelAsync(manifest, default)), lessons);
    }

    private static List<Mark> Marks(int count, int seed, Func<Random, TrainingExample, TrainingExample> mark, Func<double, double, double[]>? habit = null)
    {
        var random = new Random(seed);
        return [.. SyntheticExamples.Draw(count, seed, habit).Select(lesson => new Mark(mark(random, lesson), lesson))];
    }

    private static TrainingExample Flip(Random random, TrainingExample lesson) => lesson with { Digit = (lesson.Digit + random.Next(1, 10)) % 10 };

    /// <param name="Marked">What is played.</param>
    /// <param name="Meant">What was drawn, or would have been instead of a scribble.</param>
    private sealed record Mark(TrainingExample Marked, TrainingExample Meant)
    {
        public bool IsWrong => Marked.Digit != Meant.Digit || Marked.Image != Meant.Image;
    }
}
