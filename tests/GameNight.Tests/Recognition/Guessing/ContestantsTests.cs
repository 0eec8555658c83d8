using System.Collections.Concurrent;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Simulation;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Recognition.Guessing;

/// <summary>A contestant that fails says why, and leaves the others untouched.</summary>
public sealed class ContestantsTests : IDisposable
{
    private static readonly DigitImage Image = SampleDrawings.Image(SampleDrawings.Seven);

    private readonly TemporaryFolder _folder = new();
    private readonly ModelLibrary _library;
    private readonly Contestants _contestants;
    private readonly ModelDeployment _deployment;

    public ContestantsTests()
    {
        _library = Library();
        // On this clock no deadline passes: on a busy machine, too, every guess is waited for.
        _contestants = new Contestants(new SimulatedClock(start: null), NullLogger<Contestants>.Instance);
        _deployment = new ModelDeployment(_contestants, _library, NullLogger<ModelDeployment>.Instance);
        ModelPackageBuilder.Always("healthy", 7).Ship(Shipped);
    }

    private string Shipped => Path.Combine(_folder.Path, "shipped");

    [Fact]
    public async Task Refresh_EveryKindOfDamage_NamesItAndLeavesTheOthersInService()
    {
        var truncated = ModelPackageBuilder.Always("truncated", 1).Ship(Shipped);
        var model = await File.ReadAllBytesAsync(Path.Combine(truncated, "model.onnx"));
        await File.WriteAllBytesAsync(Path.Combine(truncated, "model.onnx"), model[..500]);
        var otherDigest = ModelPackageBuilder.Always("other-digest", 1).Ship(Shipped);
        File.Copy(Path.Combine(Shipped, "healthy", "1", "model.onnx"), Path.Combine(otherDigest, "model.onnx"), overwrite: true);
        var noInput = Path.Combine(ModelPackageBuilder.Always("no-input", 1).Ship(Shipped), "manifest.json");
        var manifest = await File.ReadAllTextAsync(noInput);
        await File.WriteAllTextAsync(noInput, manifest.Replace("\"input\"", "\"unput\"", StringComparison.Ordinal));
        ModelPackageBuilder.NotANumber("not-a-number").Ship(Shipped);
        var noManifest = Directory.CreateDirectory(Path.Combine(Shipped, "no-manifest", "1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(noManifest, "model.onnx"), "");

        await _deployment.RefreshAsync(default);

        var reasons = _contestants.All.Where(contestant => !contestant.InService)
            .ToDictionary(contestant => contestant.Id, contestant => contestant.Reason);
        Assert.Contains("damaged", reasons["truncated"], StringComparison.Ordinal);
        Assert.Contains("SHA-256", reasons["other-digest"], StringComparison.Ordinal);
        Assert.Contains("input", reasons["no-input"], StringComparison.Ordinal);
        Assert.Contains("no probabilities", reasons["not-a-number"], StringComparison.Ordinal);
        Assert.Contains("manifest.json is missing", reasons["no-manifest"], StringComparison.Ordinal);
        Assert.Equal(5, reasons.Count);
        var guess = Assert.Single(await _contestants.GuessAsync(Image, default));
        Assert.Equal(("healthy", 7), (guess.Algorithm, guess.Digit));
    }

    [Fact]
    public async Task Refresh_AnActivationElsewhere_ReplacesTheVersionAndNotifiesOnce()
    {
        await _deployment.RefreshAsync(default);
        var changes = 0;
        _contestants.Changed += () => changes++;
        await PublishElsewhereAsync(ModelPackageBuilder.Always("healthy", 8));
        await _deployment.RefreshAsync(default);
        await _deployment.RefreshAsync(default);
        Assert.Equal(1, changes);
        Assert.Equal(("2", 8), (_contestants.Find("healthy")!.ActiveVersion, _contestants.Find("healthy")!.Guess(Image).Digit));
    }

    [Fact]
    public async Task Refresh_AVersionThatCannotServe_KeepsTheOldOneAndHasAReason()
    {
        await _deployment.RefreshAsync(default);
        await PublishElsewhereAsync(ModelPackageBuilder.NotANumber("healthy"));
        await _deployment.RefreshAsync(default);
        var contestant = _contestants.Find("healthy")!;
        Assert.Equal(("1", 7), (contestant.ActiveVersion, contestant.Guess(Image).Digit));
        Assert.StartsWith("Version 2 could not take over", contestant.Reason, StringComparison.Ordinal);

        await PublishElsewhereAsync(ModelPackageBuilder.Always("healthy", 9));
        await _deployment.RefreshAsync(default);
        Assert.Equal(("3", null), (contestant.ActiveVersion, contestant.Reason));
    }

    [Fact]
    public async Task Refresh_AnAlgorithmThatIsGone_RemovesItsContestant()
    {
        ModelPackageBuilder.Always("guest", 1).Ship(Shipped);
        await _deployment.RefreshAsync(default);
        Directory.Delete(Path.Combine(Shipped, "guest"), recursive: true);
        await _deployment.RefreshAsync(default);
        Assert.Equal("healthy", Assert.Single(_contestants.All).Id);
    }

    [Fact]
    public async Task Refresh_TheRegistryCannotBeRead_ServesWhatShipsAndReportsTheError()
    {
        await PublishElsewhereAsync(ModelPackageBuilder.Always("healthy", 8));
        var log = Path.Combine(_folder.Path, "own", ".log", "activations.jsonl");
        var content = await File.ReadAllTextAsync(log);
        await File.WriteAllTextAsync(log, "{\n");
        await _deployment.RefreshAsync(default);
        Assert.Equal("1", _contestants.Find("healthy")!.ActiveVersion);
        Assert.NotNull(_deployment.RegistryError);

        await File.WriteAllTextAsync(log, content);
        await _deployment.RefreshAsync(default);
        Assert.Equal("2", _contestants.Find("healthy")!.ActiveVersion);
        Assert.Null(_deployment.RegistryError);
    }

    [Fact]
    public async Task Guess_TheCommittee_IsTheMeanOfTheOthers()
    {
        ModelPackageBuilder.Always("eight", 8).Ship(Shipped);
        ModelPackageBuilder.Committee().Ship(Shipped);
        await _deployment.RefreshAsync(default);
        var guesses = await _contestants.GuessAsync(Image, default);
        var others = guesses.Where(guess => guess.Algorithm != "committee").ToList();
        var mean = Enumerable.Range(0, 10).Select(digit => others.Average(guess => guess.Probabilities[digit]));
        var committee = guesses.Single(guess => guess.Algorithm == "committee");
        Assert.Equal(mean, committee.Probabilities);
        var alone = await _contestants.GuessAsync("committee", [Image, Image], default);
        Assert.All(alone, guess => Assert.Equal(committee.Probabilities, guess.Probabilities));
    }

    [Fact]
    public async Task Guess_ACommitteeWithoutOtherAlgorithms_IsUnavailable()
    {
        Directory.Delete(Path.Combine(Shipped, "healthy"), recursive: true);
        ModelPackageBuilder.Committee().Ship(Shipped);
        await _deployment.RefreshAsync(default);
        Assert.Empty(await _contestants.GuessAsync(Image, default));
        await Assert.ThrowsAsync<ContestantUnavailableException>(() => _contestants.GuessAsync("committee", [Image], default));
    }

    [Fact]
    public async Task Guess_AnAlgorithmThatIsLate_IsLeftOutAndNotAskedAgainWhileItIsAtWork()
    {
        ModelPackageBuilder.Slow("slow", 1).Ship(Shipped);
        var clock = new ManualTimers();
        using var contestants = new Contestants(clock, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, _library, NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(default);
        IReadOnlyList<Guess> guesses = [];
        // Longer than the healthy one needs, and shorter than the slow one: on a machine where neither is in time, twice as long, and
        // where both are, half.
        var time = TimeSpan.FromSeconds(0.1);
        for (var round = 0; round < 20 && guesses.Count != 1; round++, time *= guesses.Count == 0 ? 2 : 0.5)
        {
            await Eventually.TrueAsync(() => !contestants.All.Any(contestant => contestant.IsOverdue));
            var guessing = contestants.GuessAsync(Image, default);
            // On a thread that neither of them can occupy.
            var alarm = new Thread(() =>
            {
                Thread.Sleep(time);
                clock.Fire();
            });
            alarm.Start();
            guesses = await guessing;
        }

        Assert.Equal("healthy", Assert.Single(guesses).Algorithm);
        // No deadline passes any more: an answer is possible only because the slow one is not asked.
        Assert.Equal("healthy", Assert.Single(await contestants.GuessAsync(Image, default)).Algorithm);
        Assert.Equal(1, contestants.Find("slow")!.Guess(Image).Digit);
    }

    [Fact]
    public async Task Guess_AfterACancelledGuess_AsksEveryAlgorithm()
    {
        ModelPackageBuilder.Slow("slow", 1).Ship(Shipped);
        // On this clock no deadline passes.
        using var contestants = new Contestants(new ManualTimers(), NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, _library, NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(default);
        using var cancelled = new CancellationTokenSource();
        var abandoned = contestants.GuessAsync(Image, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        Assert.Equal(["healthy", "slow"], (await contestants.GuessAsync(Image, default)).Select(guess => guess.Algorithm));
    }

    public void Dispose()
    {
        _deployment.Dispose();
        _contestants.Dispose();
        _folder.Dispose();
    }

    /// <summary>A clock whose timers run only when they are fired.</summary>
    private sealed class ManualTimers : TimeProvider
    {
        // A timer may be created while others are fired.
        private readonly ConcurrentQueue<(TimerCallback Callback, object? State)> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Enqueue((callback, state));
            return new ManualTimer();
        }

        public void Fire()
        {
            foreach (var (callback, state) in _timers)
                callback(state);
        }

        private sealed class ManualTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private ModelLibrary Library() =>
        new(new ModelFolder(Shipped), new FolderModelRegistry(Path.Combine(_folder.Path, "own")), TimeProvider.System);

    /// <summary>Publishes and activates a version as another process would.</summary>
    private async Task PublishElsewhereAsync(ModelPackage package)
    {
        var published = await Library().PublishAsync(package, default);
        await Library().ActivateAsync(new ModelKey(published.Algorithm, published.Version), "ann", "", default);
    }
}
