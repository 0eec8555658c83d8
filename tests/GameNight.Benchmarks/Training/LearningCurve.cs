using System.Diagnostics;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Benchmarks.Training;

/// <summary>What is learned from some writers' marks, judged by the drawings of others.</summary>
internal sealed class LearningCurve(string models, RecordedWriters recorded, IReadOnlyList<(DigitImage Image, int Label)> test)
{
    private const int MarksADigit = 5;

    public required IReadOnlyList<int> Marks { get; init; }

    public required IReadOnlyList<int> Folds { get; init; }

    public required int Seeds { get; init; }

    public required int Threads { get; init; }

    /// <summary>MNIST's folder, where the trees may see its training images again.</summary>
    public DirectoryInfo? Rehearsed { get; init; }

    public int TestSet => test.Count;

    public async Task<IReadOnlyList<CurvePoint>> MeasureAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-curve-").FullName;
        var library = new ModelLibrary(new ModelFolder(models), new FolderModelRegistry(folder), TimeProvider.System);
        ILearner[] learners =
        [
            new AppTreesLearner(library, Rehearsed, new AppTreesOptions { Trees = new AppTreesOptions().Trees with { Threads = Threads } }),
            new AppNetworkLearner(library, new AppNetworkOptions { Threads = Threads }),
        ];
        var points = new List<CurvePoint>();
        foreach (var learner in learners)
        {
            foreach (var marks in Marks)
            {
                // Without marks nothing is drawn by lot.
                foreach (var (fold, seed) in Folds.SelectMany(fold => Enumerable.Range(0, marks == 0 ? 1 : Seeds).Select(seed => (fold, seed))))
                    points.Add(await MeasureAsync(library, learner, marks, fold, seed, cancellation));
                await Console.Error.WriteLineAsync($"{learner.Algorithm}, {marks} marks: done");
            }
        }

        Directory.Delete(folder, recursive: true);
        return points;
    }

    /// <summary>For each writer judged: the network that ships, and the same with a layer that has learned a few of the writer's drawings.</summary>
    public async Task<IReadOnlyList<PersonalPoint>> MeasurePersonalAsync(CancellationToken cancellation)
    {
        var library = new ModelLibrary(new ModelFolder(models), new FolderModelRegistry(Path.GetTempPath()), TimeProvider.System);
        var manifest = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        var network = LastLayer.Read(model);
        using var embeddings = new Embeddings(manifest, model);
        var points = new List<PersonalPoint>();
        foreach (var writer in Folds.SelectMany(recorded.Held).GroupBy(lesson => lesson.Player))
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                cancellation.ThrowIfCancellationRequested();
                var drawings = writer.ToArray();
                new Random(seed).Shuffle(drawings);
                var marked = drawings.GroupBy(lesson => lesson.Digit).SelectMany(digit => digit.Take(MarksADigit)).ToHashSet();
                points.Add(Judge(writer.Key, seed, embeddings, network, [.. drawings.Where(marked.Contains)], [.. drawings.Where(lesson => !marked.Contains(lesson))]));
            }
        }

        return points;
    }

    private async Task<CurvePoint> MeasureAsync(ModelLibrary library, ILearner learner, int marks, int fold, int seed, CancellationToken cancellation)
    {
        var shipped = await library.ReadShippedAsync(learner.Algorithm, cancellation);
        var started = Stopwatch.GetTimestamp();
        var version = marks == 0
            ? new ModelPackage(shipped, await library.ReadModelAsync(shipped, cancellation))
            : await learner.LearnAsync(recorded.Draw(marks, fold, seed), _ => { }, cancellation);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var classifier = OnnxClassifier.Load(version.Manifest, version.Model);
        int Right(IEnumerable<(DigitImage Image, int Label)> drawings) => drawings.Count(drawing => new Guess("", "", classifier.Predict(drawing.Image)).Digit == drawing.Label);
        var writers = recorded.Held(fold).GroupBy(lesson => lesson.Player)
            .Select(writer => new WriterScore(writer.Key, writer.Count(), Right(writer.Select(lesson => (lesson.Image, lesson.Digit))))).ToList();
        return new CurvePoint(learner.Algorithm, marks, fold, seed, writers, Right(test), Math.Round(seconds, 2));
    }

    private static PersonalPoint Judge(string writer, int seed, Embeddings embeddings, LastLayer network, List<TrainingExample> marked, List<TrainingExample> judged)
    {
        var layer = PersonalLayer.Of(network, []);
        var slowest = TimeSpan.Zero;
        foreach (var lesson in marked)
        {
            var started = Stopwatch.GetTimestamp();
            layer = layer.Learn(PersonalExample.Of(lesson, embeddings));
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        int Wrong(Func<float[], float[]> predict) => judged.Count(lesson => new Guess("", "", predict(embeddings.Of(lesson.Image))).Digit != lesson.Digit);
        return new PersonalPoint(writer, seed, marked.Count, judged.Count, Wrong(embedding => network.Predict(embedding)), Wrong(embedding => layer.Predict(embedding)),
            layer.Gained, layer.Lost, Math.Round(slowest.TotalMilliseconds, 1));
    }
}
