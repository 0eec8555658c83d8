using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Training.Examples;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks;

/// <summary>Wrong marks go the whole way, from the store to the registry; people who never play say what came of it.</summary>
internal sealed class WrongLabels(string models, IReadOnlyList<TrainingExample> trusted, GuardSets guards, Func<ModelLibrary, ILearner> learner, int threads)
{
    /// <summary>Every round's marks come on top of those before, and are learned from.</summary>
    public async Task<IReadOnlyList<RoundResult>> MeasureAsync(string way, IReadOnlyList<IReadOnlyList<Mark>> rounds, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-wrong-").FullName;
        var results = new List<RoundResult>();
        using (var store = new SqliteObservationStore(folder, NullLogger<SqliteObservationStore>.Instance))
        using (var documents = new SqliteDocumentStore(folder, NullLogger<SqliteDocumentStore>.Instance))
        {
            var library = new ModelLibrary(new ModelFolder(models), new FolderModelRegistry(Path.Combine(folder, "models")), TimeProvider.System);
            var learns = learner(library);
            var decisions = new ReviewDecisions(documents, store, TimeProvider.System);
            var retrainer = new RetrainingPipeline(store, decisions, new OutOfFoldPredictor(library, threads), [learns], new ModelEvaluator(library, guards, threads), library, new TrainingOptions { Threads = threads }, TimeProvider.System);
            var shipped = await AnswerAsync(library, new ModelKey(learns.Algorithm, (await library.FindAsync(learns.Algorithm, cancellation)).Active!), cancellation);
            var marks = new List<Mark>();
            foreach (var round in rounds)
            {
                foreach (var mark in round)
                    await store.AppendAsync(Play(mark, learns.Algorithm), cancellation);
                marks.AddRange(round);
                var before = (await library.FindAsync(learns.Algorithm, cancellation)).Active!;
                var outcome = await retrainer.RunAsync(new TrainingRun { Id = $"{results.Count}", Algorithm = learns.Algorithm, Trigger = way, QueuedAt = DateTimeOffset.UnixEpoch }, (_, _, _) => { }, cancellation);
                var suspects = (await decisions.ReadSuspectsAsync(int.MaxValue, cancellation)).Select(suspect => suspect.Suspect).ToList();
                results.Add(new RoundResult(
                    way, results.Count + 1, [.. marks], suspects, outcome.State, outcome.Words, shipped, await AnswerAsync(library, new ModelKey(learns.Algorithm, before), cancellation),
                    outcome.Version is { } version ? await AnswerAsync(library, new ModelKey(learns.Algorithm, version), cancellation) : null));
            }
        }

        Directory.Delete(folder, recursive: true);
        return results;
    }

    private async Task<int[]> AnswerAsync(ModelLibrary library, ModelKey key, CancellationToken cancellation)
    {
        var manifest = await library.ReadManifestAsync(key, cancellation);
        using var classifier = OnnxClassifier.Load(manifest, await library.ReadModelAsync(manifest, cancellation));
        return [.. trusted.Select(lesson => new Guess("", "", classifier.Predict(lesson.Image)).Digit)];
    }

    private static Observation Play(Mark mark, string algorithm) => new()
    {
        Id = mark.Lesson.Id,
        Time = DateTimeOffset.UnixEpoch,
        Player = mark.Lesson.Player,
        Ink = mark.Lesson.Ink,
        Image = mark.Lesson.Image,
        NormaliserVersion = InkNormaliser.Version,
        Chosen = algorithm,
        Guesses = [new Guess(algorithm, "1", [.. Enumerable.Repeat(0.1f, OnnxClassifier.Digits)])],
        Label = new Label(mark.Lesson.Digit, mark.Lesson.Player, DateTimeOffset.UnixEpoch),
    };
}

/// <param name="Way">How the marks went wrong.</param>
/// <param name="Round">1 for the first.</param>
/// <param name="Marks">All so far.</param>
/// <param name="Suspects">Those that wait for the host.</param>
/// <param name="State">Activated or refused.</param>
/// <param name="Words">What the run says.</param>
/// <param name="Shipped">What the version that came with the game reads the trusted drawings as.</param>
/// <param name="Before">The same for the version in service before.</param>
/// <param name="Candidate">The same for what was learned; null where nothing was.</param>
internal sealed record RoundResult(
    string Way, int Round, IReadOnlyList<Mark> Marks, IReadOnlyList<DoubtedLabel> Suspects, RunState State, string Words, int[] Shipped, int[] Before, int[]? Candidate);
