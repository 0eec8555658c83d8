using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Retraining.Trial;
using GameNight.Training.Examples;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>Trains on wrong labels with all parts of the game from the store to the registry, and evaluates on trusted drawings.</summary>
/// <param name="models">The folder of the models that ship.</param>
/// <param name="trusted">The test set, of writers who do not play.</param>
/// <param name="guards">The guard sets.</param>
/// <param name="createLearner">Creates the learner.</param>
/// <param name="threads">The number of threads.</param>
internal sealed class WrongLabelsExperiment(
    string models, IReadOnlyList<TrainingExample> trusted, GuardSets guards, Func<ModelLibrary, ILearner> createLearner, int threads)
{
    /// <summary>Runs a scenario, starting from the version that ships. Each round trains on its examples and on all before.</summary>
    public async Task<IReadOnlyList<RoundResult>> MeasureAsync(
        string scenario, IReadOnlyList<IReadOnlyList<NoisyExample>> rounds, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-wrong-").FullName;
        var results = new List<RoundResult>();
        using (var store = new SqliteObservationStore(folder, NullLogger<SqliteObservationStore>.Instance))
        using (var documents = new SqliteDocumentStore(folder, NullLogger<SqliteDocumentStore>.Instance))
        {
            var registry = new FolderModelRegistry(Path.Combine(folder, "models"));
            var library = new ModelLibrary(new ModelFolder(models), registry, TimeProvider.System);
            var learner = createLearner(library);
            var decisions = new ReviewDecisions(documents, store, TimeProvider.System);
            var secret = new SplitSecret(documents);
            var trials = new Trials(documents, library, new TrainingRuns(documents, store, TimeProvider.System), TimeProvider.System);
            var pipeline = new RetrainingPipeline(
                store, decisions, new OutOfFoldPredictor(library, secret, threads), [learner], new ModelEvaluator(library, guards, threads),
                library, secret, trials, new VersionActivation(library, NullLogger<VersionActivation>.Instance),
                new TrainingOptions { Threads = threads }, TimeProvider.System, NullLogger<RetrainingPipeline>.Instance);
            var shipped = await ActiveAsync(library, learner.Algorithm, cancellation);
            var shippedGuesses = await GuessAsync(library, shipped, cancellation);
            var examples = new List<NoisyExample>();
            foreach (var round in rounds)
            {
                foreach (var example in round)
                    await store.AppendAsync(Observe(example.Example, learner.Algorithm), cancellation);
                examples.AddRange(round);
                var before = await ActiveAsync(library, learner.Algorithm, cancellation);
                var run = new TrainingRun
                {
                    Id = $"{results.Count}",
                    Algorithm = learner.Algorithm,
                    Trigger = scenario,
                    QueuedAt = DateTimeOffset.UnixEpoch,
                };
                var outcome = await pipeline.RunAsync(run, (_, _, _) => { }, cancellation);
                var suspects = (await decisions.ReadSuspectsAsync(int.MaxValue, cancellation)).Select(suspect => suspect.Suspect).ToList();
                var candidate = outcome.Version is { } version ? new ModelKey(learner.Algorithm, version) : null;
                results.Add(new RoundResult(
                    scenario, results.Count + 1, [.. examples], suspects, outcome.State, outcome.Description, shippedGuesses,
                    await GuessAsync(library, before, cancellation),
                    candidate is null ? null : await GuessAsync(library, candidate, cancellation)));
            }
        }

        Directory.Delete(folder, recursive: true);
        return results;
    }

    private static async Task<ModelKey> ActiveAsync(ModelLibrary library, string algorithm, CancellationToken cancellation) =>
        new(algorithm, (await library.FindAsync(algorithm, cancellation)).Active!);

    private async Task<int[]> GuessAsync(ModelLibrary library, ModelKey key, CancellationToken cancellation)
    {
        var manifest = await library.ReadManifestAsync(key, cancellation);
        using var classifier = OnnxClassifier.Load(manifest, await library.ReadModelAsync(manifest, cancellation));
        return [.. trusted.Select(example => new Guess("", "", classifier.Predict(example.Image)).Digit)];
    }

    private static Observation Observe(TrainingExample example, string algorithm) => new()
    {
        Id = example.Id,
        Time = DateTimeOffset.UnixEpoch,
        Player = example.Player,
        Ink = example.Ink,
        Image = example.Image,
        NormaliserVersion = InkNormaliser.Version,
        Chosen = algorithm,
        Guesses = [new Guess(algorithm, "1", [.. Enumerable.Repeat(0.1f, OnnxClassifier.Digits)])],
        Label = new Label(example.Digit, example.Player, DateTimeOffset.UnixEpoch),
    };
}
