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
using GameNight.Simulation;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using GameNight.Training.Network;
using GameNight.Training.SyntheticInk;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play.Personal;

/// <summary>The shipped network, and players whose handwriting is mirrored.</summary>
public sealed partial class PersonalizationServiceTests : IAsyncLifetime, IDisposable
{
    /// <summary>Six of each digit.</summary>
    private const int Labels = 60;

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryObservationStore _store = new();
    private readonly SqliteDocumentStore _documents;
    private readonly ModelLibrary _library;
    private readonly Contestants _contestants;
    private readonly ModelDeployment _deployment;

    public PersonalizationServiceTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        var registry = new FolderModelRegistry(Path.Combine(_folder.Path, "own"));
        _library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), registry, TimeProvider.System);
        // On this clock no deadline passes: on a busy machine, too, every guess is waited for.
        _contestants = new Contestants(new SimulatedClock(start: null), NullLogger<Contestants>.Instance);
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
    public async Task Adapt_PlayerWithEnoughLabels_ReadsWhatTheNetworkMisreads()
    {
        using var personal = Open();
        var plays = new PlayService(_contestants, _store, personal, TimeProvider.System);
        await LearnAsync(personal, plays, "ann");
        var (ann, bob) = (await CountRightAsync(plays, "personal", "ann"), await CountRightAsync(plays, "personal", "bob"));
        Assert.True(ann >= bob + 10, $"{ann} of ann's, {bob} of bob's");
        // The network itself has not changed: without a layer, ann's drawings are read like bob's.
        Assert.Equal(await CountRightAsync(plays, "app-network", "ann"), bob);
    }

    [Fact]
    public async Task Prepare_AfterARestart_RestoresTheLayer()
    {
        using (var before = Open())
            await LearnAsync(before, new PlayService(_contestants, _store, before, TimeProvider.System), "ann");
        using var personal = Open();
        await personal.PrepareAsync("ann");
        Assert.Equal(Labels, personal.ProgressOf("ann").Marks);
        var plays = new PlayService(_contestants, _store, personal, TimeProvider.System);
        Assert.True(await CountRightAsync(plays, "personal", "ann") >= await CountRightAsync(plays, "personal", "bob") + 10);
    }

    [Fact]
    public async Task Learn_CorrectedLabel_CountsOnce()
    {
        using var personal = Open();
        var plays = new PlayService(_contestants, _store, personal, TimeProvider.System);
        var play = await GuessAsync(plays, "ann", 7, 1);
        await plays.RecordAsync(play, default);
        await plays.LabelAsync(play.Id, 1, "ann", default);
        await plays.LabelAsync(play.Id, 7, "ann", default);
        await personal.SettleAsync();
        Assert.Equal(1, personal.ProgressOf("ann").Marks);
    }

    [Fact]
    public async Task Learn_MadeToFool_TeachesNothing()
    {
        using var personal = Open();
        var plays = new PlayService(_contestants, _store, personal, TimeProvider.System);
        var play = await GuessAsync(plays, "ann", 7, 1) with { Task = new DrawingTask(PlayMode.Fool, 7) };
        await plays.RecordAsync(play, default);
        await plays.LabelAsync(play.Id, 7, "jury", default);
        await personal.SettleAsync();
        Assert.Equal(0, personal.ProgressOf("ann").Marks);
    }

    [Fact]
    public async Task Learn_SetAsideAndTakenBackIn_UnlearnsAndLearnsAgainAlsoAfterARestart()
    {
        using var personal = Open();
        var plays = new PlayService(_contestants, _store, personal, TimeProvider.System);
        var ids = new List<Guid>();
        foreach (var digit in new[] { 7, 3 })
        {
            var play = await GuessAsync(plays, "ann", digit, 1, asked: digit);
            await plays.RecordAsync(play, default);
            ids.Add(play.Id);
        }

        await personal.SettleAsync();
        foreach (var (excluded, marks) in new[] { (true, 1), (false, 2) })
        {
            await _store.ExcludeAsync(ids[0], excluded, default);
            personal.Learn(ids[0]);
            await personal.SettleAsync();
            Assert.Equal(marks, personal.ProgressOf("ann").Marks);
            using var again = Open();
            await again.PrepareAsync("ann");
            Assert.Equal(marks, again.ProgressOf("ann").Marks);
        }
    }

    [Fact]
    public async Task Label_DocumentStoreFails_IsStoredAllTheSame()
    {
        using var personal = new PersonalizationService(
            _contestants, _library, _store, new FailingDocuments(), TimeProvider.System, NullLogger<PersonalizationService>.Instance);
        var plays = new PlayService(_contestants, _store, personal, TimeProvider.System);
        var play = await GuessAsync(plays, "ann", 7, 1);
        await plays.RecordAsync(play, default);
        Assert.Equal(LabelOutcome.Stored, await plays.LabelAsync(play.Id, 7, "ann", default));
        await Assert.ThrowsAsync<StoreException>(() => personal.ForgetAsync("ann", default));
    }

    [Fact]
    public async Task Adapt_NewNetworkInService_MakesTheLayersAnew()
    {
        using var personal = Open();
        var plays = new PlayService(_contestants, _store, personal, TimeProvider.System);
        await LearnAsync(personal, plays, "ann");
        await LearnAsync(personal, plays, "bob");
        var shipped = await _library.ReadShippedAsync("app-network", default);
        var model = await _library.ReadModelAsync(shipped, default);
        // A network with the same answers as the shipped one, and flatter probabilities.
        var flatter = LastLayer.Read(model).WithTemperature(2).WriteTo(model);
        var published = await _library.PublishAsync(PersonalNetwork.Of(new ModelPackage(shipped, flatter)), default);
        await _deployment.ActivateAsync(new ModelKey("personal", published.Version), "test", "", default);
        var drawing = Drawing(2, 5000);
        var plain = (await _contestants.GuessAsync("personal", [drawing.Image], default))[0];
        await personal.PrepareAsync("ann");
        // Bob's layer is still over the network before: he gets the network's guess until his layer is made again.
        Assert.Equal(plain.Probabilities, (await plays.GuessLiveAsync(drawing, "personal", "bob", default)).Probabilities);
        await personal.PrepareAsync("bob");
        Assert.Equal(published.Version, (await plays.GuessLiveAsync(drawing, "personal", "bob", default)).Version);
        Assert.True(await CountRightAsync(plays, "personal", "ann") >= await CountRightAsync(plays, "personal", "carl") + 10);
        Assert.True(await CountRightAsync(plays, "personal", "bob") >= await CountRightAsync(plays, "personal", "carl") + 10);
    }

    [Fact]
    public async Task Adapt_AfterTheEnd_LeavesTheNetworksGuess()
    {
        await using var failing = Open();
        var plays = new PlayService(_contestants, _store, failing, TimeProvider.System);
        await LearnAsync(failing, plays, "ann");
        await failing.DisposeAsync();
        var drawing = Drawing(2, 5000);
        var network = (await _contestants.GuessAsync("personal", [drawing.Image], default))[0];
        Assert.Same(network, await failing.AdaptAsync(network, drawing, "ann", default));
    }

    private PersonalizationService Open() =>
        new(_contestants, _library, _store, _documents, TimeProvider.System, NullLogger<PersonalizationService>.Instance);

    private static async Task LearnAsync(PersonalizationService personal, PlayService plays, string player)
    {
        for (var i = 0; i < Labels; i++)
        {
            var play = await GuessAsync(plays, player, i % 10, i);
            await plays.RecordAsync(play, default);
            await plays.LabelAsync(play.Id, i % 10, player, default);
            await personal.SettleAsync();
        }
    }

    /// <summary>Counts the correct guesses at sixty drawings that no layer has learned.</summary>
    private static async Task<int> CountRightAsync(PlayService plays, string algorithm, string player)
    {
        // The first guess for a player begins to make the layer in the background.
        await plays.GuessLiveAsync(Drawing(0, 1), algorithm, player, default);
        var right = 0;
        for (var i = 0; i < 60; i++)
        {
            var guess = await plays.GuessLiveAsync(Drawing(i % 10, 1000 + i), algorithm, player, default);
            if (guess.Digit == i % 10)
                right++;
        }

        return right;
    }

    private static Task<Observation> GuessAsync(PlayService plays, string player, int digit, int seed, int? asked = null) =>
        plays.GuessAsync(
            Drawing(digit, seed), new ChosenAlgorithm("personal"), player, PlayOrigin.Page, asked, default);

    /// <summary>A drawing of the digit, mirrored.</summary>
    private static DrawnDigit Drawing(int digit, int seed)
    {
        var drawn = StrokeSkeletons.Draw(digit, new Random(seed));
        var strokes = drawn.Strokes.Select(stroke => Array.ConvertAll(stroke, point => new[] { -point.X, point.Y }));
        return DrawnDigit.FromInk(Ink.FromStrokes([.. strokes]), InputKind.Pen);
    }
}
