using System.Diagnostics;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Personal;
using GameNight.Training.Trees;

namespace GameNight.Benchmarks.Training;

/// <summary>Trains on the drawings of some writers, and evaluates on those of others.</summary>
/// <param name="models">The folder of the models that ship.</param>
/// <param name="recorded">The drawings.</param>
/// <param name="test">MNIST's test set, perhaps empty.</param>
internal sealed class LearningCurve(
    string models, RecordedWriters recorded, IReadOnlyList<(DigitImage Image, int Label)> test)
{
    /// <summary>The number of drawings of each digit that a personal layer learns.</summary>
    private const int PersonalExamplesPerDigit = 5;

    /// <summary>The numbers of labelled drawings to learn.</summary>
    public required IReadOnlyList<int> Marks { get; init; }

    /// <summary>The folds of writers to evaluate on, 0 to 4.</summary>
    public required IReadOnlyList<int> Folds { get; init; }

    /// <summary>The number of repetitions, each with another choice of drawings.</summary>
    public required int Seeds { get; init; }

    public required int Threads { get; init; }

    /// <summary>The only algorithm to measure; null for all.</summary>
    public string? Algorithm { get; init; }

    /// <summary>The folder of MNIST, whose training images the trees rehearse; null for no rehearsal of MNIST.</summary>
    public DirectoryInfo? Rehearsed { get; init; }

    public int TestSet => test.Count;

    /// <summary>Measures the learners of all players.</summary>
    public async Task<IReadOnlyList<CurvePoint>> MeasureAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-curve-").FullName;
        var library = new ModelLibrary(new ModelFolder(models), new FolderModelRegistry(folder), TimeProvider.System);
        var trees = new AppTreesOptions();
        ILearner[] learners =
        [
            new AppTreesLearner(library, Rehearsed, trees with { Trees = trees.Trees with { Threads = Threads } }),
            new AppNetworkLearner(library, new AppNetworkOptions { Threads = Threads }),
        ];
        var points = new List<CurvePoint>();
        foreach (var learner in learners.Where(learner => Algorithm is null || learner.Algorithm == Algorithm))
        {
            foreach (var marks in Marks)
            {
                foreach (var fold in Folds)
                {
                    // Without labels, nothing is random.
                    for (var seed = 0; seed < (marks == 0 ? 1 : Seeds); seed++)
                        points.Add(await MeasureAsync(library, learner, marks, fold, seed, cancellation));
                }

                await Console.Error.WriteLineAsync($"{learner.Algorithm}, {marks} marks: done");
            }
        }

        Directory.Delete(folder, recursive: true);
        return points;
    }

    /// <summary>Compares, for each writer, the network that ships with a personal layer that has learned some of the drawings.</summary>
    public async Task<IReadOnlyList<PersonalPoint>> MeasurePersonalAsync(CancellationToken cancellation)
    {
        var library = new ModelLibrary(new ModelFolder(models), new FolderModelRegistry(Path.GetTempPath()), TimeProvider.System);
        var manifest = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        using var network = new PersonalEncoder(manifest, model);
        var points = new List<PersonalPoint>();
        foreach (var writer in (Algorithm is null ? Folds : []).SelectMany(recorded.HeldOut).GroupBy(example => example.Player))
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                cancellation.ThrowIfCancellationRequested();
                points.Add(MeasurePersonal(writer.Key, [.. writer], seed, network));
            }
        }

        return points;
    }

    private async Task<CurvePoint> MeasureAsync(
        ModelLibrary library, ILearner learner, int marks, int fold, int seed, CancellationToken cancellation)
    {
        var shipped = await library.ReadShippedAsync(learner.Algorithm, cancellation);
        var started = Stopwatch.GetTimestamp();
        var version = marks == 0
            ? new ModelPackage(shipped, await library.ReadModelAsync(shipped, cancellation))
            : await LearnAsync(learner, recorded.Draw(marks, fold, seed), cancellation);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var classifier = OnnxClassifier.Load(version.Manifest, version.Model);
        bool IsRight(DigitImage image, int label) => new Guess("", "", classifier.Predict(image)).Digit == label;
        var writers = recorded.HeldOut(fold).GroupBy(example => example.Player).Select(writer =>
            new WriterScore(writer.Key, writer.Count(), writer.Count(example => IsRight(example.Image, example.Digit)))).ToList();
        var testRight = test.Count(drawing => IsRight(drawing.Image, drawing.Label));
        return new CurvePoint(learner.Algorithm, marks, fold, seed, writers, testRight, Math.Round(seconds, 2));
    }

    private static async Task<ModelPackage> LearnAsync(
        ILearner learner, IReadOnlyList<TrainingExample> examples, CancellationToken cancellation) =>
        (await learner.LearnAsync(examples, ExampleFolds.ByPlayer(examples, RecordedWriters.Folds, RecordedWriters.Key), _ => { },
            cancellation)).Package;

    private static PersonalPoint MeasurePersonal(
        string writer, TrainingExample[] drawings, int seed, PersonalEncoder network)
    {
        new Random(seed).Shuffle(drawings);
        var learned = drawings.GroupBy(example => example.Digit).SelectMany(digit => digit.Take(PersonalExamplesPerDigit)).ToHashSet();
        var own = PersonalClassifier.Of(network, []);
        var slowest = TimeSpan.Zero;
        foreach (var example in drawings.Where(learned.Contains))
        {
            var started = Stopwatch.GetTimestamp();
            own = own.Learn(network.Of(example));
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        var unseen = drawings.Where(example => !learned.Contains(example))
            .Select(example => (Drawing: network.Of(example.Image, example.Ink), example.Digit)).ToList();
        var before = unseen.Count(example => example.Drawing.Digit != example.Digit);
        var after = unseen.Count(example => new Guess("", "", own.Predict(example.Drawing)).Digit != example.Digit);
        var slowestMilliseconds = Math.Round(slowest.TotalMilliseconds, 1);
        return new PersonalPoint(writer, seed, learned.Count, unseen.Count, before, after, own.Trust, slowestMilliseconds);
    }
}
