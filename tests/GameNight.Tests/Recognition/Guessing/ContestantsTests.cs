using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Recognition.Guessing;

/// <summary>Whatever happens to one contestant, the others play on, and it says why.</summary>
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
        _contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        _deployment = new ModelDeployment(_contestants, _library, NullLogger<ModelDeployment>.Instance);
        ModelPackageBuilder.Always("healthy", 7).Ship(Shipped);
    }

    private string Shipped => Path.Combine(_folder.Path, "shipped");

    [Fact]
    public async Task Refresh_EveryKindOfDamage_LeavesTheOthersPlaying()
    {
        var truncated = ModelPackageBuilder.Always("truncated", 1).Ship(Shipped);
        await File.WriteAllBytesAsync(Path.Combine(truncated, "model.onnx"), (await File.ReadAllBytesAsync(Path.Combine(truncated, "model.onnx")))[..500]);
        var other = ModelPackageBuilder.Always("other-digest", 1).Ship(Shipped);
        File.Copy(Path.Combine(Shipped, "healthy", "1", "model.onnx"), Path.Combine(other, "model.onnx"), overwrite: true);
        var blind = ModelPackageBuilder.Always("no-input", 1).Ship(Shipped);
        var manifest = await File.ReadAllTextAsync(Path.Combine(blind, "manifest.json"));
        await File.WriteAllTextAsync(Path.Combine(blind, "manifest.json"), manifest.Replace("\"input\"", "\"unput\"", StringComparison.Ordinal));
        ModelPackageBuilder.NotANumber("not-a-number").Ship(Shipped);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(Shipped, "no-manifest", "1")).FullName, "model.onnx"), "");

        await _deployment.RefreshAsync(default);

        var reasons = _contestants.All.Where(contestant => !contestant.InService).ToDictionary(contestant => contestant.Id, contestant => contestant.Reason);
        Assert.Contains("damaged", reasons["truncated"], StringComparison.Ordinal);
        Assert.Contains("SHA-256", reasons["other-digest"], StringComparison.Ordinal);
        Assert.Contains("input", reasons["no-input"], StringComparison.Ordinal);
        Assert.Contains("no probabilities", reasons["not-a-number"], StringComparison.Ordinal);
        Assert.Contains("manifest.json is missing", reasons["no-manifest"], StringComparison.Ordinal);
        Assert.Equal(5, reasons.Count);
        Assert.Equal(("healthy", 7), (await _contestants.GuessAsync(Image, default)).Select(guess => (guess.Algorithm, guess.Digit)).Single());
    }

    [Fact]
    public async Task Refresh_AnActivationElsewhere_SwapsAndTellsOnce()
    {
        await _deployment.RefreshAsync(default);
        var told = 0;
        _contestants.Changed += () => told++;
        await PublishElsewhereAsync(ModelPackageBuilder.Always("healthy", 8));
        await _deployment.RefreshAsync(default);
        await _deployment.RefreshAsync(default);
        Assert.Equal(1, told);
        Assert.Equal(("2", 8), (_contestants.Find("healthy")!.ActiveVersion, _contestants.Find("healthy")!.Guess(Image).Digit));
    }

    [Fact]
    public async Task Refresh_AVersionThatCannotServe_LeavesTheOldOneAndSaysWhy()
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
    public async Task Refresh_AnAlgorithmThatIsGone_LeavesTheTable()
    {
        ModelPackageBuilder.Always("guest", 1).Ship(Shipped);
        await _deployment.RefreshAsync(default);
        Directory.Delete(Path.Combine(Shipped, "guest"), recursive: true);
        await _deployment.RefreshAsync(default);
        Assert.Equal("healthy", Assert.Single(_contestants.All).Id);
    }

    [Fact]
    public async Task Refresh_TheRegistryCannotBeRead_SeatsWhatShipsAndSaysSo()
    {
        await PublishElsewhereAsync(ModelPackageBuilder.Always("healthy", 8));
        var entry = Path.Combine(_folder.Path, "own", ".log", "00000001.json");
        var content = await File.ReadAllTextAsync(entry);
        await File.WriteAllTextAsync(entry, "{");
        await _deployment.RefreshAsync(default);
        Assert.Equal("1", _contestants.Find("healthy")!.ActiveVersion);
        Assert.NotNull(_deployment.RegistryError);

        await File.WriteAllTextAsync(entry, content);
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
        var mean = Enumerable.Range(0, 10).Select(digit => guesses.Where(guess => guess.Algorithm != "committee").Average(guess => guess.Probabilities[digit]));
        var committee = guesses.Single(guess => guess.Algorithm == "committee");
        Assert.Equal(mean, committee.Probabilities);
        var alone = await _contestants.GuessAsync("committee", [Image, Image], default);
        Assert.All(alone, guess => Assert.Equal(committee.Probabilities, guess.Probabilities));
    }

    [Fact]
    public async Task Guess_ACommitteeOfNobody_IsUnavailable()
    {
        Directory.Delete(Path.Combine(Shipped, "healthy"), recursive: true);
        ModelPackageBuilder.Committee().Ship(Shipped);
        await _deployment.RefreshAsync(default);
        Assert.Empty(await _contestants.GuessAsync(Image, default));
        await Assert.ThrowsAsync<ContestantUnavailableException>(() => _contestants.GuessAsync("committee", [Image], default));
    }

    [Fact]
    public async Task Guess_OneTakesTooLong_IsLeftOutAndNotAskedAgainWhileItThinks()
    {
        ModelPackageBuilder.Slow("slow", 1).Ship(Shipped);
        var clock = new Alarm();
        using var contestants = new Contestants(clock, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, _library, NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(default);
        IReadOnlyList<Guess> guesses = [];
        // Longer than the healthy one needs, and far shorter than the slow one; on a machine that is too busy for that, twice as long.
        for (var time = TimeSpan.FromSeconds(0.1); guesses.Count == 0; time *= 2)
        {
            await Eventually.TrueAsync(() => !contestants.All.Any(contestant => contestant.IsOverdue));
            var guessing = contestants.GuessAsync(Image, default);
            // On no thread that might have to wait for it.
            var bell = new Thread(() =>
            {
                Thread.Sleep(time);
                clock.Ring();
            });
            bell.Start();
            guesses = await guessing;
        }

        Assert.Equal("healthy", Assert.Single(guesses).Algorithm);
        // Nobody rings any more: only somebody who is not asked keeps nobody waiting.
        Assert.Equal("healthy", Assert.Single(await contestants.GuessAsync(Image, default)).Algorithm);
        Assert.Equal(1, contestants.Find("slow")!.Guess(Image).Digit);
    }

    [Fact]
    public async Task Guess_SomebodyHangsUp_LeavesTheOthersTheWholeTable()
    {
        ModelPackageBuilder.Slow("slow", 1).Ship(Shipped);
        // Nobody's time is ever up.
        using var contestants = new Contestants(new Alarm(), NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, _library, NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(default);
        using var hangUp = new CancellationTokenSource();
        var abandoned = contestants.GuessAsync(Image, hangUp.Token);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        Assert.Equal(["healthy", "slow"], (await contestants.GuessAsync(Image, default)).Select(guess => guess.Algorithm));
    }

    public void Dispose()
    {
        _deployment.Dispose();
        _contestants.Dispose();
        _folder.Dispose();
    }

    /// <summary>Time passes when it rings, and not before.</summary>
    private sealed class Alarm : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add((callback, state));
            return new Bell();
        }

        public void Ring() => _timers.ForEach(timer => timer.Callback(timer.State));

        private sealed class Bell : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private ModelLibrary Library() => new(new ModelFolder(Shipped), new FolderModelRegistry(Path.Combine(_folder.Path, "own")), TimeProvider.System);

    /// <summary>As another process would.</summary>
    private async Task PublishElsewhereAsync(ModelPackage package)
    {
        var published = await Library().PublishAsync(package, default);
        await Library().ActivateAsync(new ModelKey(published.Algorithm, published.Version), "ann", "", default);
    }
}
