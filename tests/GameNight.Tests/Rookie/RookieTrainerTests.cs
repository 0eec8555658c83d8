using GameNight.Configuration;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Review;
using GameNight.Rookie;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;
using GameNight.Training.Rookie;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Rookie;

/// <summary>The shipped rookie and the shipped network that checks labels, with a real store.</summary>
public sealed class RookieTrainerTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _documents;
    private readonly MemoryObservationStore _store = new();
    private readonly Process _first;

    public RookieTrainerTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _first = new Process(_folder, _store, _documents);
    }

    public Task InitializeAsync() => _first.Deployment.RefreshAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _first.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task CatchUp_LabelledDrawings_AreReadAndTheVersionStays()
    {
        var lessons = SyntheticExamples.Draw(40, 1);
        await AddAsync(lessons);
        var events = 0;
        _first.Contestants.Changed += () => events++;
        await _first.Trainer.CatchUpAsync(default);
        await _first.Trainer.CatchUpAsync(default);
        Assert.Equal(1, events);
        Assert.InRange(lessons.Count(lesson => _first.Guess(lesson).Digit == lesson.Digit), 36, 40);
        Assert.Equal("1", _first.Guess(lessons[0]).Version);
        Assert.Contains("all ten digits", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
    }

    [Fact]
    public async Task CatchUp_NothingIsSaidToBeNew_ReadsTheStoreOnlyUntilItHasAll()
    {
        var lessons = SyntheticExamples.Draw(20, 1);
        await AddAsync(lessons[..10]);
        await _first.Trainer.CatchUpAsync(isNew: false, default);
        Assert.Contains("10 answers", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
        await AddAsync(lessons[10..]);
        await _first.Trainer.CatchUpAsync(isNew: false, default);
        Assert.Contains("10 answers", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
        await _first.Trainer.CatchUpAsync(isNew: true, default);
        Assert.Contains("20 answers", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
    }

    [Fact]
    public async Task CatchUp_InAnotherProcessOrAfterACrash_KnowsTheSame()
    {
        var lessons = SyntheticExamples.Draw(40, 1);
        await AddAsync(lessons[..25]);
        await _first.Trainer.CatchUpAsync(default);
        await AddAsync(lessons[25..]);
        await _first.Trainer.CatchUpAsync(default);
        using var second = new Process(_folder, _store, _documents);
        await second.Deployment.RefreshAsync(default);
        await second.Trainer.CatchUpAsync(default);
        foreach (var stranger in SyntheticExamples.Draw(10, 2))
        {
            var pairs = _first.Guess(stranger).Probabilities.Zip(second.Guess(stranger).Probabilities);
            Assert.All(pairs, pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
        }
    }

    [Fact]
    public async Task CatchUp_LabelThatContradictsTheDrawing_IsNotLearnedUnlessTheHostConfirmsIt()
    {
        var seven = SyntheticExamples.Draw(8, 1)[7];
        await AddAsync([seven with { Digit = 3 }]);
        await _first.Trainer.CatchUpAsync(default);
        Assert.All(_first.Guess(seven).Probabilities, probability => Assert.Equal(0.1f, probability, 1e-6f));

        await _first.Decisions.KeepAsync(seven.Id, 3, default);
        using var second = new Process(_folder, _store, _documents);
        await second.Deployment.RefreshAsync(default);
        await second.Trainer.CatchUpAsync(default);
        Assert.Equal(3, second.Guess(seven).Digit);
    }

    [Fact]
    public async Task CatchUp_LabelThatARunDoubted_IsNotLearned()
    {
        var lessons = SyntheticExamples.Draw(10, 1);
        await _first.Decisions.WriteSuspectsAsync([new DoubtedLabel(lessons[4].Id, 4, null, 0.1, "a bad record")], default);
        await AddAsync(lessons);
        await _first.Trainer.CatchUpAsync(default);
        Assert.Contains("never seen a 4", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
    }

    [Fact]
    public async Task CatchUp_DrawingSetAside_IsForgotten()
    {
        var lessons = SyntheticExamples.Draw(10, 1);
        await AddAsync(lessons);
        await _first.Trainer.CatchUpAsync(default);
        await _store.ExcludeAsync(lessons[4].Id, true, default);
        await _first.Trainer.CatchUpAsync(default);
        Assert.Contains("never seen a 4", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
    }

    [Fact]
    public async Task Begin_NewRookie_KnowsNothingAndTheOldOneGoesOnWhenItIsBack()
    {
        var lessons = SyntheticExamples.Draw(20, 1);
        await AddAsync(lessons[..10]);
        await _first.Trainer.CatchUpAsync(default);
        await _first.Reset.BeginAsync("host", default);
        await _first.Trainer.CatchUpAsync(default);
        Assert.Equal("2", _first.Guess(lessons[0]).Version);
        Assert.All(_first.Guess(lessons[0]).Probabilities, probability => Assert.Equal(0.1f, probability, 1e-6f));

        await AddAsync(lessons[10..], DateTimeOffset.UtcNow.AddMinutes(1));
        await _first.Trainer.CatchUpAsync(default);
        Assert.Contains("10 answers", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
        await _first.Deployment.ActivateAsync(new ModelKey(RookieNetwork.Algorithm, "1"), "host", "", default);
        await _first.Trainer.CatchUpAsync(default);
        Assert.Contains("20 answers", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
    }

    [Fact]
    public async Task CatchUp_MadeToFool_TeachesNothing()
    {
        var lessons = SyntheticExamples.Draw(20, 1);
        await AddAsync(lessons[..10]);
        await AddAsync(lessons[10..], task: new DrawingTask(PlayMode.Fool, 4));
        await _first.Trainer.CatchUpAsync(default);
        Assert.Contains("10 answers", _first.Contestants.Require(RookieNetwork.Algorithm).Description);
    }

    private async Task AddAsync(IEnumerable<TrainingExample> lessons, DateTimeOffset? time = null, DrawingTask? task = null)
    {
        foreach (var lesson in lessons)
        {
            var label = ObservationBuilder.Label(lesson.Digit) with { Time = time ?? ObservationBuilder.Evening };
            var observation = ObservationBuilder.Of() with { Id = lesson.Id, Ink = lesson.Ink, Image = lesson.Image, Label = label };
            await _store.AppendAsync(task is null ? observation : observation with { Task = task }, default);
        }
    }

    /// <summary>What of a game's process the rookie needs.</summary>
    private sealed class Process : IDisposable
    {
        public Process(TemporaryFolder folder, MemoryObservationStore store, SqliteDocumentStore documents)
        {
            var registry = new FolderModelRegistry(Path.Combine(folder.Path, "own"));
            Library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), registry, TimeProvider.System);
            Contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
            Deployment = new ModelDeployment(Contestants, Library, NullLogger<ModelDeployment>.Instance);
            Decisions = new ReviewDecisions(documents, store, TimeProvider.System);
            Trainer = new RookieTrainer(store, Decisions, Library, Deployment, Contestants, TimeProvider.System);
            Reset = new RookieReset(Library, Deployment);
        }

        public ModelLibrary Library { get; }

        public Contestants Contestants { get; }

        public ModelDeployment Deployment { get; }

        public ReviewDecisions Decisions { get; }

        public RookieTrainer Trainer { get; }

        public RookieReset Reset { get; }

        public Guess Guess(TrainingExample example) => Contestants.Require(RookieNetwork.Algorithm).Guess(example.Image);

        public void Dispose()
        {
            Trainer.Dispose();
            Deployment.Dispose();
            Contestants.Dispose();
        }
    }
}
