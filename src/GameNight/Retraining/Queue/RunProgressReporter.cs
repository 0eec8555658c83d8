using GameNight.Background;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>
/// Records how far a run is, and notices when the run is asked to end. Training never waits for it: the latest report is written to the
/// store a few times a second.
/// </summary>
public sealed class RunProgressReporter : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    /// <summary>The progress of the whole run, 0 to 1, at which each stage ends and the next begins.</summary>
    private static readonly double[] Ends = [0.02, 0.12, 0.75, 0.96, 0.98, 1];

    private readonly CancellationTokenSource _cancelled = new();
    private readonly CancellationTokenSource _done = new();
    private readonly TrainingRuns _runs;
    private readonly string _id;
    private readonly Task _writing;
    private volatile Step? _latest;

    public RunProgressReporter(TrainingRuns runs, string id, TimeProvider clock)
    {
        (_runs, _id, Cancelled) = (runs, id, _cancelled.Token);
        _writing = WriteAsync(clock);
    }

    /// <summary>Cancelled when the run is asked to end.</summary>
    public CancellationToken Cancelled { get; }

    /// <summary>Sets the progress that is written next.</summary>
    /// <param name="stage">The stage that the run is in.</param>
    /// <param name="share">How much of the stage is done, 0 to 1.</param>
    /// <param name="words">A description for people.</param>
    public void Report(RunStage stage, double share, string words)
    {
        var begin = stage == 0 ? 0 : Ends[(int)stage - 1];
        _latest = new Step(stage, begin + Math.Clamp(share, 0, 1) * (Ends[(int)stage] - begin), words);
    }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _writing;
        _done.Dispose();
        _cancelled.Dispose();
    }

    private Task WriteAsync(TimeProvider clock) => PollingLoop.RunAsync(Interval, clock, async _ =>
    {
        if (await TryWriteAsync() is { CancelRequested: true })
            await _cancelled.CancelAsync();
    }, _done.Token);

    private async Task<TrainingRun?> TryWriteAsync()
    {
        try
        {
            return await _runs.ChangeAsync(_id, Update, _done.Token);
        }
        catch (StoreException)
        {
            // Unwritten progress is no reason to end the run; where the store stays unavailable, the lost lease ends it.
            return null;
        }
    }

    private TrainingRun Update(TrainingRun run) => _latest is not { } latest || run.HasEnded
        ? run
        : run with { Stage = latest.Stage, Progress = latest.Progress, Words = latest.Words };

    private sealed record Step(RunStage Stage, double Progress, string Words);
}
