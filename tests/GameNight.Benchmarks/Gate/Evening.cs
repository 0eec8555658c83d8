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

namespace GameNight.Benchmarks.Gate;

/// <summary>A game of its own, whose players draw from recorded ink, with all parts from the store to the registry.</summary>
internal sealed class Evening : IDisposable
{
    /// <summary>How many drawings are made between two looks at a trial.</summary>
    private const int Look = 500;

    private readonly string _folder = Directory.CreateTempSubdirectory("game-night-evening-").FullName;
    private readonly SqliteObservationStore _store;
    private readonly SqliteDocumentStore _documents;
    private readonly RetrainingPipeline _pipeline;
    private readonly TrialJudge _judge;
    private readonly Trials _trials;
    private readonly ILearner _learner;
    private int _runs;

    /// <param name="models">The folder of the models that ship.</param>
    /// <param name="guards">The guard sets.</param>
    /// <param name="trusted">The ink that nothing learns from; null for none.</param>
    /// <param name="createLearner">Creates the learner.</param>
    /// <param name="threads">The number of threads.</param>
    public Evening(string models, GuardSets guards, TrustedInk? trusted, Func<ModelLibrary, ILearner> createLearner, int threads)
    {
        _store = new SqliteObservationStore(_folder, NullLogger<SqliteObservationStore>.Instance);
        _documents = new SqliteDocumentStore(_folder, NullLogger<SqliteDocumentStore>.Instance);
        Library = new ModelLibrary(
            new ModelFolder(models), new FolderModelRegistry(Path.Combine(_folder, "models")), TimeProvider.System);
        _learner = createLearner(Library);
        var (clock, secret) = (TimeProvider.System, new SplitSecret(_documents));
        var (decisions, runs) = (new ReviewDecisions(_documents, _store, clock), new TrainingRuns(_documents, _store, clock));
        var predictor = new OutOfFoldPredictor(Library, secret, threads);
        var activation = new VersionActivation(Library, NullLogger<VersionActivation>.Instance);
        _trials = new Trials(_documents, Library, runs, clock);
        _judge = new TrialJudge(_trials, _store, decisions, predictor, Library, activation, clock, NullLogger<TrialJudge>.Instance);
        _pipeline = new RetrainingPipeline(
            _store, decisions, predictor, [_learner], new ModelEvaluator(Library, guards, threads), Library, secret, _trials, activation,
            new TrainingOptions { Threads = threads, TrustedInk = trusted }, clock, NullLogger<RetrainingPipeline>.Instance);
    }

    public ModelLibrary Library { get; }

    public string Algorithm => _learner.Algorithm;

    /// <summary>The trial that goes on; null for none.</summary>
    public async Task<CandidateTrial?> FindTrialAsync(CancellationToken cancellation) =>
        (await _trials.ListAsync(cancellation)).SingleOrDefault();

    /// <summary>The players draw; both versions guess, and a trial is looked at now and then.</summary>
    /// <param name="drawings">The drawings with their labels.</param>
    /// <param name="origin">How they come in.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task PlayAsync(
        IReadOnlyList<TrainingExample> drawings, CancellationToken cancellation, PlayOrigin origin = PlayOrigin.Host)
    {
        for (var played = 0; played < drawings.Count; played += Look)
        {
            var versions = await Library.FindAsync(Algorithm, cancellation);
            using var active = await LoadAsync(versions.Active!, cancellation);
            using var shadow = versions.OnShadow is { } tried ? await LoadAsync(tried.Version, cancellation) : null;
            foreach (var drawing in drawings.Skip(played).Take(Look))
            {
                await _store.AppendAsync(
                    Observe(drawing, origin, Guess(active, versions.Active!, drawing), shadow is null
                        ? []
                        : [Guess(shadow, versions.OnShadow!.Version, drawing)]),
                    cancellation);
            }

            await _judge.JudgeAsync(cancellation);
        }
    }

    /// <summary>Learns from all that was played.</summary>
    public Task<RunOutcome> LearnAsync(CancellationToken cancellation) => _pipeline.RunAsync(
        new TrainingRun { Id = $"{++_runs}", Algorithm = Algorithm, Trigger = "an evening", QueuedAt = DateTimeOffset.UnixEpoch },
        (_, _, _) => { }, cancellation);

    /// <summary>The version in service.</summary>
    public async Task<string> ActiveAsync(CancellationToken cancellation) =>
        (await Library.FindAsync(Algorithm, cancellation)).Active!;

    /// <summary>How many of the drawings a version reads.</summary>
    public async Task<int> CountRightAsync(string version, IReadOnlyList<TrainingExample> drawings, CancellationToken cancellation)
    {
        using var classifier = await LoadAsync(version, cancellation);
        return drawings.Count(drawing => Guess(classifier, version, drawing).Digit == drawing.Digit);
    }

    public void Dispose()
    {
        _store.Dispose();
        _documents.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<OnnxClassifier> LoadAsync(string version, CancellationToken cancellation) =>
        OnnxClassifier.LoadAsync(Library, new ModelKey(Algorithm, version), cancellation);

    private Guess Guess(OnnxClassifier classifier, string version, TrainingExample drawing) =>
        new(Algorithm, version, classifier.Predict(drawing.Image));

    private static Observation Observe(TrainingExample drawing, PlayOrigin origin, Guess guess, Guess[] shadows) => new()
    {
        Id = drawing.Id,
        Time = DateTimeOffset.UnixEpoch,
        Player = drawing.Player,
        Ink = drawing.Ink,
        Image = drawing.Image,
        NormaliserVersion = InkNormaliser.Version,
        Origin = origin,
        Chosen = guess.Algorithm,
        Guesses = [guess],
        Shadows = shadows,
        Label = new Label(drawing.Digit, drawing.Player, DateTimeOffset.UnixEpoch),
    };
}
