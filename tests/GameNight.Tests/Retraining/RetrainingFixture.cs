using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Storage;
using GameNight.Tests.Retraining.Queue;
using GameNight.Tests.Storage;
using GameNight.Tests.Training;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining;

/// <summary>Everything that a training run needs, real, on a folder of its own; small trainings of the network alone.</summary>
internal sealed class RetrainingFixture : IDisposable
{
    private static readonly GuardSets Guards = new(mnist: null);

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

    public IObservationStore Store => _store;

    public IDocumentStore Documents => _documents;

    /// <summary>One process of those that share the store.</summary>
    public RetrainingProcess Enter(TimeSpan? lease = null)
    {
        var documents = new MortalDocuments(_documents);
        var decisions = new ReviewDecisions(documents, _store, TimeProvider.System);
        var options = new TrainingOptions { Threads = 2, NewMarks = 10, Daily = null };
        var runs = new TrainingRuns(documents, _store, TimeProvider.System);
        var retrainer = new RetrainingPipeline(
            _store, decisions, new OutOfFoldPredictor(Library, 2), [new AppNetworkLearner(Library, new AppNetworkOptions { Copies = 1, RehearsalDraws = 100, Threads = 2 })],
            new ModelEvaluator(Library, Guards, 2), Library, options, TimeProvider.System);
        var trainer = new TrainingWorker(runs, retrainer, new Lease(documents, "trainer", lease ?? TimeSpan.FromSeconds(30), TimeProvider.System), TimeProvider.System, NullLogger<TrainingWorker>.Instance);
        return new RetrainingProcess(documents, decisions, runs, retrainer, trainer, new TrainingTriggers(runs, retrainer, _store, options, TimeProvider.System));
    }

    /// <summary>People who share a habit play and mark.</summary>
    /// <param name="count">How many drawings.</param>
    /// <param name="habit">What all hands do.</param>
    /// <param name="label">What a drawing is marked as, if not as what it is: its number and its digit.</param>
    public Task PlayAsync(int count, Func<double, double, double[]>? habit = null, Func<int, int, int>? label = null, int seed = 1) =>
        PlayAsync(SyntheticExamples.Draw(count, seed, habit).Select((lesson, number) => lesson with { Player = $"{lesson.Player} of {seed}", Digit = label?.Invoke(number, lesson.Digit) ?? lesson.Digit }));

    /// <summary>Somebody plays and marks: a lesson's digit is the mark.</summary>
    public async Task PlayAsync(IEnumerable<TrainingExample> lessons)
    {
        foreach (var lesson in lessons)
        {
            await _store.AppendAsync(new Observation
            {
                Id = lesson.Id,
                Time = DateTimeOffset.UnixEpoch,
                Player = lesson.Player,
                Ink = lesson.Ink,
                Image = lesson.Image,
                NormaliserVersion = InkNormaliser.Version,
                Chosen = "app-network",
                Guesses = [new Guess("app-network", "1", [.. Enumerable.Repeat(0.1f, 10)])],
                Label = new Label(lesson.Digit, lesson.Player, DateTimeOffset.UnixEpoch),
            }, default);
        }
    }

    public async Task<string?> ActiveAsync() => (await Library.FindAsync("app-network", default)).Active;

    public void Dispose()
    {
        _documents.Dispose();
        _store.Dispose();
        _shipped.Dispose();
        _folder.Dispose();
    }
}
