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
using GameNight.Tests.Models;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Recognition.Deployment;

/// <summary>Versions on shadow guess what is drawn, and nothing that players see depends on them.</summary>
public sealed class ShadowContestantsTests : IAsyncLifetime, IDisposable
{
    private static readonly ModelKey VersionTwo = new("trees", "2");

    private readonly TemporaryFolder _folder = new();
    private readonly Contestants _contestants;
    private readonly ModelDeployment _deployment;
    private readonly MemoryObservationStore _store = new();
    private readonly SqliteDocumentStore _documents;

    public ShadowContestantsTests()
    {
        // On this clock no deadline passes: on a busy machine, too, every version's guess is waited for.
        _contestants = new Contestants(new SimulatedClock(start: null), NullLogger<Contestants>.Instance);
        _deployment = new ModelDeployment(_contestants, Library(), NullLogger<ModelDeployment>.Instance);
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
    }

    private string Shipped => Path.Combine(_folder.Path, "shipped");

    public async Task InitializeAsync()
    {
        ModelPackageBuilder.Always("trees", 1).Ship(Shipped);
        ModelPackageBuilder.Always("other", 5).Ship(Shipped);
        ModelPackageBuilder.Committee().Ship(Shipped);
        await Library().PublishAsync(ModelPackageBuilder.Always("trees", 2), default);
        await _deployment.RefreshAsync(default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _deployment.Dispose();
        _contestants.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Play_WithAVersionOnShadow_KeepsItsGuessApartFromTheOthers()
    {
        await _deployment.PutOnShadowAsync(VersionTwo, "ann", default);
        var observation = await PlayAsync();
        Assert.Equal(("trees", "2", 2), observation.Shadows.Select(guess => (guess.Algorithm, guess.Version, guess.Digit)).Single());
        var guesses = observation.Guesses.Select(guess => (guess.Algorithm, guess.Version))
            .OrderBy(guess => guess.Algorithm, StringComparer.Ordinal);
        Assert.Equal([("committee", "1"), ("other", "1"), ("trees", "1")], guesses);
        // The committee combines the guesses in service only.
        Assert.Equal(0.5, observation.Guesses.Single(guess => guess.Algorithm == "committee").Probabilities[1], 3);
        var stored = await _store.FindAsync(observation.Id, default);
        Assert.Equal([("trees", "2")], stored!.Shadows.Select(guess => (guess.Algorithm, guess.Version)));
    }

    [Fact]
    public async Task PutAndTakeOff_InOneProcess_AreFollowedByAnotherAndByARestart()
    {
        using var elsewhere = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var elsewhereDeployment = new ModelDeployment(elsewhere, Library(), NullLogger<ModelDeployment>.Instance);
        await elsewhereDeployment.RefreshAsync(default);
        var changes = 0;
        elsewhere.Changed += () => changes++;
        await _deployment.PutOnShadowAsync(VersionTwo, "ann", default);
        Assert.Null(elsewhere.Shadows.Find(VersionTwo));
        await elsewhereDeployment.RefreshAsync(default);
        await elsewhereDeployment.RefreshAsync(default);
        Assert.Equal((true, 1), (elsewhere.Shadows.Find(VersionTwo)?.InService, changes));
        using var restarted = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var restartedDeployment = new ModelDeployment(restarted, Library(), NullLogger<ModelDeployment>.Instance);
        await restartedDeployment.RefreshAsync(default);
        Assert.True(restarted.Shadows.Find(VersionTwo)?.InService);

        await _deployment.TakeOffShadowAsync(VersionTwo, "ann", default);
        Assert.Empty((await PlayAsync()).Shadows);
        await elsewhereDeployment.RefreshAsync(default);
        Assert.Equal((null, 2), (elsewhere.Shadows.Find(VersionTwo), changes));
    }

    [Fact]
    public async Task Put_ASecondVersion_ReplacesTheFirst()
    {
        await _deployment.PutOnShadowAsync(VersionTwo, "ann", default);
        await Library().PublishAsync(ModelPackageBuilder.Always("trees", 3), default);
        await _deployment.PutOnShadowAsync(new ModelKey("trees", "3"), "ann", default);
        Assert.Equal("3", Assert.Single((await PlayAsync()).Shadows).Version);
    }

    [Fact]
    public async Task ActivateOrDelete_AVersionOnShadow_TakesItOffShadowAtOnce()
    {
        await _deployment.PutOnShadowAsync(VersionTwo, "ann", default);
        await _deployment.ActivateAsync(VersionTwo, "ann", "", default);
        Assert.Null(_contestants.Shadows.Find(VersionTwo));
        await _deployment.ActivateAsync(new ModelKey("trees", "1"), "ann", "", default);
        await _deployment.PutOnShadowAsync(VersionTwo, "ann", default);
        await _deployment.DeleteAsync(VersionTwo, default);
        Assert.Null(_contestants.Shadows.Find(VersionTwo));
        Assert.Empty((await PlayAsync()).Shadows);
    }

    [Fact]
    public async Task Play_VersionOnShadowIsStillInServiceHere_CountsItOnce()
    {
        // In another process version 3 took over. Here it cannot, and version 1 stays in service although it is on shadow by now.
        await Library().PublishAsync(ModelPackageBuilder.NotANumber("trees"), default);
        await Library().ActivateAsync(new ModelKey("trees", "3"), "ann", "", default);
        await Library().PutOnShadowAsync(new ModelKey("trees", "1"), "ann", default);
        await _deployment.RefreshAsync(default);
        Assert.True(_contestants.Shadows.Find(new ModelKey("trees", "1"))?.InService);
        var observation = await PlayAsync();
        Assert.Equal("1", observation.Guesses.Single(guess => guess.Algorithm == "trees").Version);
        Assert.Empty(observation.Shadows);
    }

    [Fact]
    public async Task Put_AVersionThatCannotGuess_IsRefusedAndChangesNothing()
    {
        await Library().PublishAsync(ModelPackageBuilder.NotANumber("trees"), default);
        await Assert.ThrowsAsync<InvalidModelException>(() => _deployment.PutOnShadowAsync(new ModelKey("trees", "3"), "ann", default));
        await Assert.ThrowsAsync<UnknownVersionException>(() => _deployment.PutOnShadowAsync(new ModelKey("trees", "4"), "ann", default));
        await Assert.ThrowsAsync<ShadowRefusedException>(() => _deployment.PutOnShadowAsync(new ModelKey("trees", "1"), "ann", default));
        Assert.Null((await Library().FindAsync("trees", default)).OnShadow);
    }

    [Fact]
    public async Task Put_ComposedOrPersonalAlgorithm_IsRefusedWithTheReason()
    {
        ModelPackageBuilder.Always("personal", 1).Ship(Shipped);
        foreach (var package in new[] { ModelPackageBuilder.Committee(), ModelPackageBuilder.Always("personal", 2) })
        {
            var published = await Library().PublishAsync(package, default);
            var key = new ModelKey(published.Algorithm, published.Version);
            var refused = await Assert.ThrowsAsync<ShadowRefusedException>(() => _deployment.PutOnShadowAsync(key, "ann", default));
            Assert.Contains("nothing but the drawing", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Refresh_AVersionThatCannotGuess_HasAReasonAndLeavesPlaysComplete()
    {
        await Library().PublishAsync(ModelPackageBuilder.NotANumber("trees"), default);
        await Library().PutOnShadowAsync(new ModelKey("trees", "3"), "ann", default);
        await _deployment.RefreshAsync(default);
        Assert.Contains("no probabilities", _contestants.Shadows.Find(new ModelKey("trees", "3"))!.Reason, StringComparison.Ordinal);
        Assert.Empty((await PlayAsync()).Shadows);
    }

    [Fact]
    public async Task Guess_AVersionThatIsLate_IsLeftOutAndNotAskedAgainWhileItIsAtWork()
    {
        await Library().PublishAsync(ModelPackageBuilder.Slow("trees", 3), default);
        using var contestants = new Contestants(new PastDeadlines(), NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, Library(), NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(default);
        await deployment.PutOnShadowAsync(new ModelKey("trees", "3"), "ann", default);
        var image = SampleDrawings.Image(SampleDrawings.Seven);
        IReadOnlyList<Guess> inService = [new Guess("trees", "1", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0])];
        Assert.Empty(await contestants.Shadows.GuessAsync(image, Task.FromResult(inService), default));
        Assert.True(contestants.Shadows.Find(new ModelKey("trees", "3"))!.IsOverdue);
        // The deadline follows the guesses in service, which never come: an answer is possible only because no version is asked.
        var never = new TaskCompletionSource<IReadOnlyList<Guess>>().Task;
        Assert.Empty(await contestants.Shadows.GuessAsync(image, never, default));
    }

    [Fact]
    public async Task Predictions_OfOneAllOrDuringDrawing_AreNeverMadeByAShadow()
    {
        await _deployment.PutOnShadowAsync(VersionTwo, "ann", default);
        var image = SampleDrawings.Image(SampleDrawings.Seven);
        Assert.Equal("1", Assert.Single(await _contestants.GuessAsync("trees", [image], default)).Version);
        Assert.DoesNotContain(await _contestants.GuessAsync(image, default), guess => guess.Version == "2");
        using var personal = CreatePersonalization();
        var drawing = new DrawnDigit(image, Ink: null, Input: null);
        Assert.Equal("1", (await CreatePlayService(personal).GuessLiveAsync(drawing, "trees", "ann", default)).Version);
    }

    /// <summary>A clock by which every deadline has passed as soon as it is set, so that no machine is too fast to be late.</summary>
    private sealed class PastDeadlines : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }
    }

    private async Task<Observation> PlayAsync()
    {
        using var personal = CreatePersonalization();
        var play = CreatePlayService(personal);
        var drawing = DrawnDigit.FromInk(ParseInk(SampleDrawings.Seven), InputKind.Pen);
        var observation = await play.GuessAsync(drawing, new ChosenAlgorithm("trees"), "ann", PlayOrigin.Page, asked: null, default);
        await play.RecordAsync(observation, default);
        return observation;
    }

    private static Ink ParseInk(string strokes) => System.Text.Json.JsonSerializer.Deserialize<Ink>(strokes)!;

    private PlayService CreatePlayService(PersonalizationService personal) => new(_contestants, _store, personal, TimeProvider.System);

    private PersonalizationService CreatePersonalization() =>
        new(_contestants, Library(), _store, _documents, TimeProvider.System, NullLogger<PersonalizationService>.Instance);

    /// <summary>A library of its own each time, as another process has.</summary>
    private ModelLibrary Library() =>
        new(new ModelFolder(Shipped), new FolderModelRegistry(Path.Combine(_folder.Path, "own")), TimeProvider.System);
}
