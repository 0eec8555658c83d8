using GameNight.Background;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>
/// Tells everybody how far a run is, and hears from them whether it shall end. The trainer never waits for it: the latest
/// word is written a few times a second.
/// </summary>
public sealed class RunProgressReporter : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);

    /// <summary>Where each stage begins and ends in the progress of the whole.</summary>
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

    /// <summary>Somebody wants the run to end.</summary>
    public CancellationToken Cancelled { get; }

    /// <param name="stage">What is being done.</param>
    /// <param name="share">How much of it is done, 0 to 1.</param>
    /// <param name="words">The same for people.</param>
    public void Tell(RunStage stage, double share, string words)
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
            var latest = _latest;
            return await _runs.ChangeAsync(_id, run => latest is null || run.HasEnded ? run : run with { Stage = latest.Stage, Progress = latest.Progress, Words = latest.Words }, _done.Token);
        }
        catch (StoreException)
        {
            // Progress that is not seen harms nothing; a store that stays away ends the run by its lease.
            return null;
        }
    }

    private sealed record Step(RunStage Stage, double Progress, string Words);
}
