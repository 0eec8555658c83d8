using System.Globalization;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Rookie;
using GameNight.Training.Trees;

namespace GameNight.Benchmarks.Rooms;

/// <summary>What the machines that learn make of drawings, each from what it was before.</summary>
/// <param name="lessons">The drawings with their labels.</param>
internal sealed class NightLessons(IReadOnlyList<TrainingExample> lessons)
{
    private const int Threads = 2;

    /// <summary>Prints rows of a table: each learner's accuracy before and after, on each of some sets of drawings.</summary>
    public async Task PrintAsync(
        (string Name, IReadOnlyList<TrainingExample> Drawings) one, (string Name, IReadOnlyList<TrainingExample> Drawings) other,
        CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-lessons-").FullName;
        try
        {
            var library = new ModelLibrary(
                new ModelFolder(GameFolders.Default.Models), new FolderModelRegistry(folder), TimeProvider.System);
            var trees = new AppTreesOptions();
            ILearner[] learners =
            [
                new AppNetworkLearner(library, new AppNetworkOptions { Threads = Threads }),
                new AppTreesLearner(library, null, trees with { Trees = trees.Trees with { Threads = Threads } }),
            ];
            var (newborn, taught) = Rookies();
            using (newborn)
            using (taught)
                Print(RookieNetwork.Algorithm, newborn, taught, one, other);
            foreach (var learner in learners)
            {
                var manifest = await library.ReadShippedAsync(learner.Algorithm, cancellation);
                using var shipped = OnnxClassifier.Load(manifest, await library.ReadModelAsync(manifest, cancellation));
                var folds = ExampleFolds.ByPlayer(lessons, RecordedWriters.Folds, RecordedWriters.Key);
                var package = (await learner.LearnAsync(lessons, folds, _ => { }, cancellation)).Package;
                using var retrained = OnnxClassifier.Load(package.Manifest, package.Model);
                Print(learner.Algorithm, shipped, retrained, one, other);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private (OnnxClassifier Newborn, OnnxClassifier Taught) Rookies()
    {
        var package = RookieNetwork.Create();
        using var embeddings = new Embeddings(package.Manifest, package.Model);
        var memory = new RookieMemory(embeddings);
        foreach (var lesson in lessons)
            memory.Learn(lesson);
        return (OnnxClassifier.Load(package.Manifest, package.Model),
            OnnxClassifier.Load(package.Manifest, memory.ToLayer().WriteTo(package.Model)));
    }

    private static void Print(
        string learner, OnnxClassifier before, OnnxClassifier after, params (string Name, IReadOnlyList<TrainingExample> Drawings)[] sets)
    {
        foreach (var (name, drawings) in sets)
        {
            var writers = drawings.GroupBy(drawing => drawing.Player)
                .Select(writer => (N: writer.Count(), Before: Right(before, writer), After: Right(after, writer))).ToList();
            double Share(IReadOnlyList<(int N, int Before, int After)> some, Func<(int N, int Before, int After), int> right) =>
                100.0 * some.Sum(right) / some.Sum(writer => writer.N);
            string Text(Func<(int N, int Before, int After), int> right)
            {
                var (low, high) = WriterBootstrap.Of(writers, some => Share(some, right));
                return string.Create(CultureInfo.InvariantCulture, $"{Share(writers, right):F1} ({low:F1} to {high:F1})");
            }

            Console.WriteLine(
                $"| {learner} | {name} | {Text(writer => writer.Before)} | {Text(writer => writer.After)} | "
                + $"{Text(writer => writer.After - writer.Before)} | {drawings.Count} |");
        }
    }

    private static int Right(OnnxClassifier classifier, IEnumerable<TrainingExample> drawings) =>
        drawings.Count(drawing => new Guess("", "", classifier.Predict(drawing.Image)).Digit == drawing.Digit);
}
