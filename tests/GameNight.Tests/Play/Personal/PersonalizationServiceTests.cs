using GameNight.Configuration;
using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using GameNight.Training.Network;
using GameNight.Training.SyntheticInk;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play.Personal;

/// <summary>The real network, and a player who writes mirrored.</summary>
public sealed class PersonalizationServiceTests : IAsyncLifetime, IDisposable
{
    /// <summary>Six of each digit.</summary>
    private const int Marks = 60;

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryObservationStore _store = new();
    private readonly SqliteDocumentStore _documents;
    private readonly ModelLibrary _library;
    private readonly Contestants _contestants;
    private readonly ModelDeployment _deployment;

    public PersonalizationServiceTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), new FolderModelRegistry(Path.Combine(_folder.Path, "own")), TimeProvider.System);
        _contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        _deployment = new ModelDeployment(_contestants, _library, NullLogger<ModelDeployment>.Instance);
    }

    public Task InitializeAsync() => _deployment.RefreshAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _deployment.Dispose();
        _contestants.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Adapt_APlayerWhoseHandIsKnown_ReadsWhatTheNetworkMisreads()
    {
        using var teacher = Open();
        var game = new PlayService(_contestants, _store, teacher, TimeProvider.System);
        await TeachAsync(teacher, game, "ann");
        var (ann, bob) = (await CountRightAsync(game, "personal", "ann"), await CountRightAsync(game, "personal", "bob"));
        Assert.True(ann >= bob + 10, $"{ann} of ann's, {bob} of bob's");
        // Nobody else gets ann's answers.
        Assert.Equal(await CountRightAsync(game, "app-network", "ann"), bob);
    }

    [Fact]
    public async Task Prepare_AfterARestart_KnowsTheHandAgain()
    {
        using (var before = Open())
            await TeachAsync(before, new PlayService(_contestants, _store, before, TimeProvider.System), "ann");
        using var teacher = Open();
        await teacher.PrepareAsync("ann");
        Assert.Equal(Marks, teacher.CountExamples("ann"));
        var game = new PlayService(_contestants, _store, teacher, TimeProvider.System);
        Assert.True(await CountRightAsync(game, "personal", "ann") >= await CountRightAsync(game, "personal", "bob") + 10);
    }

    [Fact]
    public async Task Forget_IsForgotten_AlsoAfterARestart()
    {
        using var teacher = Open();
        var game = new PlayService(_contestants, _store, teacher, TimeProvider.System);
        await TeachAsync(teacher, game, "ann");
        await teacher.ForgetAsync("ann", default);
        Assert.Equal(0, teacher.CountExamples("ann"));
        Assert.Equal(await CountRightAsync(game, "personal", "bob"), await CountRightAsync(game, "personal", "ann"));
        using var again = Open();
        await again.PrepareAsync("ann");
        Assert.Equal(0, again.CountExamples("ann"));
    }

    [Fact]
    public async Task Forget_OnAnotherMachine_IsNotBroughtBackByTheNextMark()
    {
        using var here = Open();
        using var there = Open();
        var game = new PlayService(_contestants, _store, here, TimeProvider.System);
        await TeachAsync(here, game, "ann");
        await there.ForgetAsync("ann", default);
        var play = await game.GuessAsync(DrawnDigit.FromInk(Write(7, 1), InputKind.Pen), new ChosenAlgorithm("personal"), "ann", asked: null, default);
        await game.RecordAsync(play, default);
        await game.LabelAsync(play.Id, 7, "ann", default);
        await here.SettleAsync();
        Assert.Equal(1, here.CountExamples("ann"));
        using var again = Open();
        await again.PrepareAsync("ann");
        Assert.Equal(1, again.CountExamples("ann"));
    }

    [Fact]
    public async Task Mark_Corrected_CountsOnceAndAsCorrected()
    {
        using var teacher = Open();
        var game = new PlayService(_contestants, _store, teacher, TimeProvider.System);
        var play = await game.GuessAsync(DrawnDigit.FromInk(Write(7, 1), InputKind.Pen), new ChosenAlgorithm("personal"), "ann", asked: null, default);
        await game.RecordAsync(play, default);
        await game.LabelAsync(play.Id, 1, "ann", default);
        await game.LabelAsync(play.Id, 7, "ann", default);
        await teacher.SettleAsync();
        Assert.Equal(1, teacher.CountExamples("ann"));
    }

    [Fact]
    public async Task Learn_SetAsideAndTakenBackIn_IsUnlearnedAndLearnedAgain_AlsoAfterARestart()
    {
        using var teacher = Open();
        var game = new PlayService(_contestants, _store, teacher, TimeProvider.System);
        var ids = new List<Guid>();
        foreach (var digit in new[] { 7, 3 })
        {
            var play = await game.GuessAsync(DrawnDigit.FromInk(Write(digit, 1), InputKind.Pen), new ChosenAlgorithm("personal"), "ann", asked: digit, default);
            await game.RecordAsync(play, default);
            ids.Add(play.Id);
        }

        await teacher.SettleAsync();
        foreach (var (excluded, marks) in new[] { (true, 1), (false, 2) })
        {
            await _store.ExcludeAsync(ids[0], excluded, default);
            teacher.Learn(ids[0]);
            await teacher.SettleAsync();
            Assert.Equal(marks, teacher.CountExamples("ann"));
            using var again = Open();
            await again.PrepareAsync("ann");
            Assert.Equal(marks, again.CountExamples("ann"));
        }
    }

    [Fact]
    public async Task Mark_TheDocumentsAreGone_IsKeptAllTheSame()
    {
        using var teacher = new PersonalizationService(_contestants, _library, _store, new GoneDocuments(), TimeProvider.System, NullLogger<PersonalizationService>.Instance);
        var game = new PlayService(_contestants, _store, teacher, TimeProvider.System);
        var play = await game.GuessAsync(DrawnDigit.FromInk(Write(7, 1), InputKind.Pen), new ChosenAlgorithm("personal"), "ann", asked: null, default);
        await game.RecordAsync(play, default);
        Assert.Equal(LabelOutcome.Stored, await game.LabelAsync(play.Id, 7, "ann", default));
        await Assert.ThrowsAsync<StoreException>(() => teacher.ForgetAsync("ann", default));
    }

    [Fact]
    public async Task Adapt_ANewNetworkInService_IsWhereEverybodyBeginsAnew()
    {
        using var teacher = Open();
        var game = new PlayService(_contestants, _store, teacher, TimeProvider.System);
        await TeachAsync(teacher, game, "ann");
        await TeachAsync(teacher, game, "bob");
        var shipped = await _library.ReadShippedAsync("app-network", default);
        var model = await _library.ReadModelAsync(shipped, default);
        // Another network: twice as unsure as the one before.
        var published = await _library.PublishAsync(PersonalNetwork.Of(new ModelPackage(shipped, LastLayer.Read(model).WithTemperature(2).WriteTo(model))), default);
        await _deployment.ActivateAsync(new ModelKey("personal", published.Version), "test", "", default);
        var image = InkNormaliser.Normalise(Write(2, 5000));
        var plain = (await _contestants.GuessAsync("personal", [image], default))[0];
        await teacher.PrepareAsync("ann");
        // Bob's layer is over the network before: he gets what everybody gets until his is made again.
        Assert.Equal(plain.Probabilities, (await game.GuessLiveAsync(image, "personal", "bob", default)).Probabilities);
        await teacher.PrepareAsync("bob");
        Assert.Equal(published.Version, (await game.GuessLiveAsync(image, "personal", "bob", default)).Version);
        Assert.True(await CountRightAsync(game, "personal", "ann") >= await CountRightAsync(game, "personal", "carl") + 10);
        Assert.True(await CountRightAsync(game, "personal", "bob") >= await CountRightAsync(game, "personal", "carl") + 10);
    }

    private PersonalizationService Open() => new(_contestants, _library, _store, _documents, TimeProvider.System, NullLogger<PersonalizationService>.Instance);

    private static async Task TeachAsync(PersonalizationService teacher, PlayService game, string player)
    {
        for (var i = 0; i < Marks; i++)
        {
            var play = await game.GuessAsync(DrawnDigit.FromInk(Write(i % 10, i), InputKind.Pen), new ChosenAlgorithm("personal"), player, asked: null, default);
            await game.RecordAsync(play, default);
            await game.LabelAsync(play.Id, i % 10, player, default);
            await teacher.SettleAsync();
        }
    }

    /// <summary>Of sixty drawings that nobody has marked.</summary>
    private static async Task<int> CountRightAsync(PlayService game, string algorithm, string player)
    {
        // Whoever comes for the first time is made known in the background.
        await game.GuessLiveAsync(InkNormaliser.Normalise(Write(0, 1)), algorithm, player, default);
        var right = 0;
        for (var i = 0; i < 60; i++)
        {
            if ((await game.GuessLiveAsync(InkNormaliser.Normalise(Write(i % 10, 1000 + i)), algorithm, player, default)).Digit == i % 10)
                right++;
        }

        return right;
    }

    private static Ink Write(int digit, int seed) =>
        Ink.FromStrokes([.. StrokeSkeletons.Draw(digit, new Random(seed)).Strokes.Select(stroke => Array.ConvertAll(stroke, point => new[] { -point.X, point.Y }))]);

    private sealed class GoneDocuments : IDocumentStore
    {
        public Task<Document?> FindAsync(string collection, string name, CancellationToken cancellation) => throw new StoreException("Gone.");

        public Task<IReadOnlyList<Document>> ListAsync(string collection, CancellationToken cancellation) => throw new StoreException("Gone.");

        public Task<bool> TryWriteAsync(string collection, string name, byte[] content, long revision, CancellationToken cancellation) => throw new StoreException("Gone.");

        public Task DeleteAsync(string collection, string name, CancellationToken cancellation) => throw new StoreException("Gone.");
    }
}
