using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Models;
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
    private static readonly ModelKey Two = new("trees", "2");

    private readonly TemporaryFolder _folder = new();
    private readonly Contestants _contestants;
    private readonly ModelDeployment _deployment;
    private readonly MemoryObservationStore _store = new();
    private readonly SqliteDocumentStore _documents;

    public ShadowContestantsTests()
    {
        // Nobody loses patience: on a busy machine, too, everybody is heard.
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
    public async Task Play_WithOneOnShadow_KeepsItsGuessApartFromTheOthers()
    {
        await _deployment.PutOnShadowAsync(Two, "ann", default);
        var observation = await PlayAsync();
        Assert.Equal(("trees", "2", 2), observation.Shadows.Select(guess => (guess.Algorithm, guess.Version, guess.Digit)).Single());
        Assert.Equal([("trees", "1"), ("committee", "1"), ("other", "1")], observation.Guesses.Select(guess => (guess.Algorithm, guess.Version)).OrderByDescending(guess => guess.Item1 == "trees").ThenBy(guess => guess.Item1));
        // The committee hears the table only.
        Assert.Equal(0.5, observation.Guesses.Single(guess => guess.Algorithm == "committee").Probabilities[1], 3);
        Assert.Equal([("trees", "2")], (await _store.FindAsync(observation.Id, default))!.Shadows.Select(guess => (guess.Algorithm, guess.Version)));
    }

    [Fact]
    public async Task Put_AndTakeOff_AreFollowedByAnotherGameAndByARestart()
    {
        using var elsewhere = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var elsewhereDeployment = new ModelDeployment(elsewhere, Library(), NullLogger<ModelDeployment>.Instance);
        await elsewhereDeployment.RefreshAsync(default);
        var told = 0;
        elsewhere.Changed += () => told++;
        await _deployment.PutOnShadowAsync(Two, "ann", default);
        Assert.Null(elsewhere.Shadows.Find(Two));
        await elsewhereDeployment.RefreshAsync(default);
        await elsewhereDeployment.RefreshAsync(default);
        Assert.Equal((true, 1), (elsewhere.Shadows.Find(Two)?.InService, told));
        using var restarted = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var restartedDeployment = new ModelDeployment(restarted, Library(), NullLogger<ModelDeployment>.Instance);
        await restartedDeployment.RefreshAsync(default);
        Assert.True(restarted.Shadows.Find(Two)?.InService);

        await _deployment.TakeOffShadowAsync(Two, "ann", default);
        Assert.Empty((await PlayAsync()).Shadows);
        await elsewhereDeployment.RefreshAsync(default);
        Assert.Equal((null, 2), (elsewhere.Shadows.Find(Two), told));
    }

    [Fact]
    public async Task Put_ASecondVersion_GuessesInThePlaceOfTheFirst()
    {
        await _deployment.PutOnShadowAsync(Two, "ann", default);
        await Library().PublishAsync(ModelPackageBuilder.Always("trees", 3), default);
        await _deployment.PutOnShadowAsync(new ModelKey("trees", "3"), "ann", default);
        Assert.Equal("3", Assert.Single((await PlayAsync()).Shadows).Version);
    }

    [Fact]
    public async Task Activate_OrDelete_WhatIsOnShadow_EndsItHereAtOnce()
    {
        await _deployment.PutOnShadowAsync(Two, "ann", default);
        await _deployment.ActivateAsync(Two, "ann", "", default);
        Assert.Null(_contestants.Shadows.Find(Two));
        await _deployment.ActivateAsync(new ModelKey("trees", "1"), "ann", "", default);
        await _deployment.PutOnShadowAsync(Two, "ann", default);
        await _deployment.DeleteAsync(Two, default);
        Assert.Null(_contestants.Shadows.Find(Two));
        Assert.Empty((await PlayAsync()).Shadows);
    }

    [Fact]
    public async Task Play_WhatIsOnShadowStillPlaysHere_CountsItOnce()
    {
        // Elsewhere, version 3 took over; here it cannot, and version 1, which is on shadow by now, goes on playing.
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
    public async Task Put_WhatCannotGuess_IsRefusedAndChangesNothing()
    {
        await Library().PublishAsync(ModelPackageBuilder.NotANumber("trees"), default);
        await Assert.ThrowsAsync<InvalidModelException>(() => _deployment.PutOnShadowAsync(new ModelKey("trees", "3"), "ann", default));
        await Assert.ThrowsAsync<UnknownVersionException>(() => _deployment.PutOnShadowAsync(new ModelKey("trees", "4"), "ann", default));
        await Assert.ThrowsAsync<ShadowRefusedException>(() => _deployment.PutOnShadowAsync(new ModelKey("trees", "1"), "ann", default));
        Assert.Null((await Library().FindAsync("trees", default)).OnShadow);
    }

    [Fact]
    public async Task Put_WhatIsComposedOrAnotherForEachPlayer_IsRefusedInWords()
    {
        ModelPackageBuilder.Always("personal", 1).Ship(Shipped);
        foreach (var package in new[] { ModelPackageBuilder.Committee(), ModelPackageBuilder.Always("personal", 2) })
        {
            var published = await Library().PublishAsync(package, default);
            var refused = await Assert.ThrowsAsync<ShadowRefusedException>(() => _deployment.PutOnShadowAsync(new ModelKey(published.Algorithm, published.Version), "ann", default));
            Assert.Contains("nothing but the drawing", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Refresh_OneThatCannotGuessHere_SaysWhyAndTheGameGoesOn()
    {
        await Library().PublishAsync(ModelPackageBuilder.NotANumber("trees"), default);
        await Library().PutOnShadowAsync(new ModelKey("trees", "3"), "ann", default);
        await _deployment.RefreshAsync(default);
        Assert.Contains("no probabilities", _contestants.Shadows.Find(new ModelKey("trees", "3"))!.Reason, StringComparison.Ordinal);
        Assert.Empty((await PlayAsync()).Shadows);
    }

    [Fact]
    public async Task Guess_OneThatIsLate_IsLeftOutAndNotAskedAgainWhileItThinks()
    {
        await Library().PublishAsync(ModelPackageBuilder.Slow("trees", 3), default);
        // The real time: what thinks for seconds is late on any machine.
        using var contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, Library(), NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(default);
        await deployment.PutOnShadowAsync(new ModelKey("trees", "3"), "ann", default);
        var image = SampleDrawings.Image(SampleDrawings.Seven);
        IReadOnlyList<Guess> table = [new Guess("trees", "1", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0])];
        Assert.Empty(await contestants.Shadows.GuessAsync(image, Task.FromResult(table), default));
        Assert.True(contestants.Shadows.Find(new ModelKey("trees", "3"))!.IsOverdue);
        // Nobody's time is ever up for a table that never ends: only who is not asked keeps nobody waiting.
        Assert.Empty(await contestants.Shadows.GuessAsync(image, new TaskCompletionSource<IReadOnlyList<Guess>>().Task, default));
    }

    [Fact]
    public async Task Predictions_AndThinkingAloud_AskNobodyOnShadow()
    {
        await _deployment.PutOnShadowAsync(Two, "ann", default);
        var image = SampleDrawings.Image(SampleDrawings.Seven);
        Assert.Equal("1", Assert.Single(await _contestants.GuessAsync("trees", [image], default)).Version);
        Assert.DoesNotContain(await _contestants.GuessAsync(image, default), guess => guess.Version == "2");
        using var personal = Personal();
        Assert.Equal("1", (await Game(personal).ThinkAsync(image, "trees", "ann", default)).Version);
    }

    private async Task<Observation> PlayAsync()
    {
        using var personal = Personal();
        var game = Game(personal);
        var observation = await game.GuessAsync(DrawnDigit.FromInk(InkOf(SampleDrawings.Seven), InputKind.Pen), new ChosenAlgorithm("trees"), "ann", asked: null, default);
        await game.RecordAsync(observation, default);
        return observation;
    }

    private static Ink InkOf(string strokes) => System.Text.Json.JsonSerializer.Deserialize<Ink>(strokes)!;

    private PlayService Game(PersonalizationService personal) => new(_contestants, _store, personal, TimeProvider.System);

    private PersonalizationService Personal() => new(_contestants, Library(), _store, _documents, TimeProvider.System, NullLogger<PersonalizationService>.Instance);

    /// <summary>Another process's view each time.</summary>
    private ModelLibrary Library() => new(new ModelFolder(Shipped), new FolderModelRegistry(Path.Combine(_folder.Path, "own")), TimeProvider.System);
}
