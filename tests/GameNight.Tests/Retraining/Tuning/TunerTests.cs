using GameNight.Hosting;
using GameNight.Retraining.Tuning;
using GameNight.Tests.Storage;
using GameNight.Tests.Training;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using Microsoft.Extensions.Configuration;

namespace GameNight.Tests.Retraining.Tuning;

public sealed class TunerTests : IDisposable
{
    private static readonly SplitKey Key = new(new byte[16]);
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Enough = 15 * Each;

    private readonly ShippedModelsFixture _shipped = new();
    private readonly TemporaryFolder _folder = new();
    private readonly TuningPlayers _players = new(TuningExamples.Draw(240), Key);
    private readonly FakeClock _clock = new();

    private string State => Path.Combine(_folder.Path, "tuning", "state.json");

    [Fact]
    public async Task Run_CurrentSettingsTooTimid_FindsBetterOnesOnPlayersItDidNotSee()
    {
        var learner = Learner(timid: true);
        var result = await RunAsync(learner, State, Enough);
        Assert.Equal(TuningPlan.MinSettings, result.Tried.Count);
        Assert.True(result.IsBetter);
        Assert.Equal((4, 80), (result.Loss!.Clusters, result.Loss.N));
        Assert.Equal(result.Best, result.Tried[0].Values);

        var file = Path.Combine(_folder.Path, "settings.json");
        await TuningSettings.WriteAsync(file, learner, result);
        var training = GameOptions.Read(new ConfigurationBuilder().AddJsonFile(file).Build()).Training;
        Assert.Equal(result.Best, AppNetworkOptions.Parameters.Select(parameter => Math.Round(parameter.Read(training.Network), 6)));
        var report = TuningReport.Describe(learner, result, 60, _players);
        Assert.Contains("On 80 drawings of 4 players who took no part in the search", report, StringComparison.Ordinal);
        Assert.Contains($"--GameNight:Training:Network:LearningRate={training.Network.Fit.LearningRate}", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EndedInTheMiddle_GoesOnToTheSameResult()
    {
        var whole = await RunAsync(Learner(), Path.Combine(_folder.Path, "other.json"), Enough);
        using var end = new CancellationTokenSource();
        var trainings = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(Learner(), State, Enough, _ =>
        {
            if (++trainings == 7)
                end.Cancel();
        }, end.Token));
        Assert.Equal(6, (await TuningState.ReadAsync(State, default))!.Trials.Count);

        var resumed = 0;
        var result = await RunAsync(Learner(), State, Enough, _ => resumed++);
        var confirmations = whole.Loss is null ? 0 : 2 * TuningPlan.Confirmations;
        Assert.Equal(TuningPlan.MinSettings * TuningPlan.Folds + confirmations - 6, resumed);
        Assert.Equal(whole.Tried.Select(tried => (tried.Trials, tried.Right, tried.Loss)),
            result.Tried.Select(tried => (tried.Trials, tried.Right, tried.Loss)));
        Assert.Equal((whole.Loss, whole.Right), (result.Loss, result.Right));
    }

    [Fact]
    public async Task Run_BudgetTooSmall_SaysWhatItNeedsAndGoesOnWithMore()
    {
        var small = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(Learner(), State, Enough - Each));
        Assert.Equal(
            "14 s are too little. A training takes 1.0 s with 60 drawings, and the smallest search has 15: it needs 15 s, or fewer "
            + "drawings by --marks.", small.Message);
        Assert.Equal(TuningPlan.MinSettings, (await RunAsync(Learner(), State, Enough)).Tried.Count);
    }

    [Fact]
    public async Task Run_TrainingsThatTakeLongerThanTheFirst_StopsTheSearchInTime()
    {
        var (learner, trainings) = (Learner(), 0);
        var slower = learner with
        {
            Create = values =>
            {
                _clock.Pass(trainings++ == 0 ? TimeSpan.Zero : 2 * Each);
                return learner.Create(values);
            },
        };
        var result = await RunAsync(slower, State, 3 * Enough);
        var planned = TuningPlan.Within(3 * Enough / Each)!;
        Assert.Equal(planned.Settings, (await TuningState.ReadAsync(State, default))!.Planned);
        Assert.InRange(trainings, TuningPlan.MinSettings, planned.Trainings / 2);
        Assert.InRange(result.Seconds, 0, (3 * Enough + 2 * Each).TotalSeconds);
    }

    [Fact]
    public async Task Run_FileOfAnotherSearch_IsRefused()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(Learner(), State, Each));
        var other = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(Learner(timid: true), State, Enough));
        Assert.Contains("with other drawings or settings", other.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(State, "{ no search");
        var damaged = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(Learner(), State, Enough));
        Assert.Contains("is no search that could go on", damaged.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shipped.Dispose();
        _folder.Dispose();
    }

    /// <summary>The network's learner with little to do; each training takes a second by the clock of the test.</summary>
    private TunableLearner Learner(bool timid = false)
    {
        var options = new AppNetworkOptions { Copies = 0, MadeUpDrawings = 20, RehearsalDraws = 2, Threads = 2 };
        options = timid ? options with { Fit = options.Fit with { LearningRate = 0.0001 } } : options;
        return TunableLearner.Of("app-network", "Training:Network", AppNetworkOptions.Parameters, options, with =>
        {
            _clock.Pass(Each);
            return new AppNetworkLearner(_shipped.Library, with);
        });
    }

    private Task<TuningResult> RunAsync(
        TunableLearner learner, string path, TimeSpan budget, Action<TuningProgress>? progress = null, CancellationToken end = default) =>
        new Tuner(learner, _players, Key, 60, path, _clock).RunAsync(budget, progress ?? (_ => { }), end);
}
