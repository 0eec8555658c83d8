using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Retraining.Trial;
using GameNight.Storage;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;
using GameNight.Tests.Training;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining;

/// <summary>Everything that a training run needs, on a folder of its own. Only the network learns, from few examples.</summary>
internal sealed class RetrainingFixture : IDisposable
{
    public static readonly TimeSpan LeaseDuration = TimeSpan.FromSeconds(30);

    private static readonly GuardSets Guards = new(mnist: null);

    /// <summary>Eight people who never play, half of whose drawings have the habit of the tests.</summary>
    private static readonly TrustedInk Strangers = TrustedInk.Of([.. Enumerable.Range(0, 400).Select(i =>
    {
        var drawn = SyntheticExamples.Draw(1, seed: 9000 + i, i % 2 == 0 ? SyntheticExamples.Mirrored : null)[0];
        return new RecordedInk(drawn.Digit, i / 2 % 8, drawn.Ink!);
    })]);

    private readonly TemporaryFolder _folder = new();
    private readonly ShippedModelsFixture _shipped = new();
    private readonly SqliteDocumentStore _documents;
    private readonly SqliteObservationStore _store;

    public RetrainingFixture()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);
    }

    public ModelLibrary Library => _shipped.Library;

    public InterceptedRegistry Registry => _shipped.Registry;

    public IObservationStore Store => _store;

    public IDocumentStore Documents => _documents;

    /// <summary>Starts one of the processes that share the store.</summary>
    /// <param name="leases">The clock of its lease; null for the system's.</param>
    /// <param name="isHeld">Whether the first run goes on learning until it is cancelled.</param>
    /// <param name="hasTrustedInk">Whether strangers can show a gain.</param>
    public RetrainingProcess StartProcess(TimeProvider? leases = null, bool isHeld = false, bool hasTrustedInk = true)
    {
        var documents = new InterceptedDocumentStore(_documents);
        var decisions = new ReviewDecisions(documents, _store, TimeProvider.System);
        var options = new TrainingOptions
        {
            Threads = 2,
            NewMarks = 10,
            Pause = TimeSpan.Zero,
            Daily = null,
            TrustedInk = hasTrustedInk ? Strangers : null,
        };
        var runs = new TrainingRuns(documents, _store, TimeProvider.System);
        var learner = new AppNetworkLearner(Library, new AppNetworkOptions { Copies = 1, RehearsalDraws = 100, Threads = 2 });
        var secret = new SplitSecret(documents);
        var predictor = new OutOfFoldPredictor(Library, secret, 2);
        var trials = new Trials(documents, Library, runs, TimeProvider.System);
        var activation = new VersionActivation(Library, NullLogger<VersionActivation>.Instance);
        var pipeline = new RetrainingPipeline(
            _store, decisions, predictor, [isHeld ? new HeldLearner(learner) : learner], new ModelEvaluator(Library, Guards, 2), Library,
            secret, trials, activation, options, TimeProvider.System, NullLogger<RetrainingPipeline>.Instance);
        var judge = new TrialJudge(
            trials, _store, decisions, predictor, Library, activation, TimeProvider.System, NullLogger<TrialJudge>.Instance);
        var worker = new TrainingWorker(
            runs, pipeline, judge, new VersionPruning(Library, trials, NullLogger<VersionPruning>.Instance),
            new Lease(documents, "trainer", LeaseDuration, leases ?? TimeProvider.System),
            TimeProvider.System, NullLogger<TrainingWorker>.Instance);
        var triggers = new TrainingTriggers(runs, pipeline, options, TimeProvider.System);
        return new RetrainingProcess(documents, decisions, runs, pipeline, worker, triggers, trials, judge);
    }

    /// <summary>Players who share a habit draw digits and label them.</summary>
    /// <param name="count">How many drawings.</param>
    /// <param name="habit">How all of them deform their strokes; null for not at all.</param>
    /// <param name="label">The label of a drawing by its number and its true digit; null for the true digit.</param>
    /// <param name="seed">Of the random drawings; also makes the players others.</param>
    public Task PlayAsync(
        int count, Func<double, double, double[]>? habit = null, Func<int, int, int>? label = null, int seed = 1) =>
        PlayAsync(SyntheticExamples.Draw(count, seed, habit).Select((example, number) => example with
        {
            Player = $"{example.Player} of {seed}",
            Digit = label?.Invoke(number, example.Digit) ?? example.Digit,
        }));

    /// <summary>Stores examples as plays whose label is the example's digit.</summary>
    public async Task PlayAsync(IEnumerable<TrainingExample> examples)
    {
        foreach (var example in examples)
            await _store.AppendAsync(Observe(example), default);
    }

    /// <summary>Stores examples as plays in which the version in service and the one on shadow guessed.</summary>
    public async Task PlayOnTrialAsync(IEnumerable<TrainingExample> examples, PlayOrigin origin = PlayOrigin.Page)
    {
        var versions = await Library.FindAsync("app-network", default);
        using var active = await OnnxClassifier.LoadAsync(Library, new ModelKey("app-network", versions.Active!), default);
        using var shadow = await OnnxClassifier.LoadAsync(Library, new ModelKey("app-network", versions.OnShadow!.Version), default);
        foreach (var example in examples)
        {
            await _store.AppendAsync(Observe(example) with
            {
                Origin = origin,
                Guesses = [new Guess("app-network", versions.Active!, active.Predict(example.Image))],
                Shadows = [new Guess("app-network", versions.OnShadow!.Version, shadow.Predict(example.Image))],
            }, default);
        }
    }

    public async Task<string?> ActiveAsync() => (await Library.FindAsync("app-network", default)).Active;

    private static Observation Observe(TrainingExample example) => new()
    {
        Id = example.Id,
        Time = DateTimeOffset.UnixEpoch,
        Player = example.Player,
        Ink = example.Ink,
        Image = example.Image,
        NormaliserVersion = InkNormaliser.Version,
        Chosen = "app-network",
        Guesses = [new Guess("app-network", "1", [.. Enumerable.Repeat(0.1f, 10)])],
        Label = new Label(example.Digit, example.Player, DateTimeOffset.UnixEpoch),
    };

    public void Dispose()
    {
        _documents.Dispose();
        _store.Dispose();
        _shipped.Dispose();
        _folder.Dispose();
    }
}
