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

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>Wrong marks go the whole way, from the store to the registry; people who never play say what came of it.</summary>
internal sealed class WrongLabelsExperiment(string models, IReadOnlyList<TrainingExample> trusted, GuardSets guards, Func<ModelLibrary, ILearner> learner, int threads)
{
    /// <summary>Every round's marks come on top of those before, and are learned from.</summary>
    public async Task<IReadOnlyList<RoundResult>> MeasureAsync(string way, IReadOnlyList<IReadOnlyList<NoisyExample>> rounds, CancellationToken cancellation)
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
            var marks = new List<NoisyExample>();
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

    private static Observation Play(NoisyExample mark, string algorithm) => new()
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
