using GameNight.Background;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>Knows which training runs ended lately, whichever process executed them. One reading serves all open pages.</summary>
public sealed class RunNews(
    TrainingRuns runs, TimeSpan pause, TimeProvider clock, ILogger<RunNews> log, StoreSignal? changes = null)
    : PollingService("Following the training runs", pause, clock, log, changes)
{
    /// <summary>For how long the end of a run is news.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(3);

    /// <summary>The runs that ended in the last minutes, the latest first. It changes as a whole.</summary>
    public IReadOnlyList<TrainingRun> Ended { get; private set; } = [];

    /// <summary>Raised when <see cref="Ended"/> has changed.</summary>
    public event Action? Changed;

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        var since = Clock.GetUtcNow() - Age;
        List<TrainingRun> ended =
        [
            .. (await runs.WatchAsync(cancellation)).Where(run => run.HasEnded && run.EndedAt >= since)
                .OrderByDescending(run => run.EndedAt),
        ];
        if (ended.Select(run => (run.Id, run.State)).SequenceEqual(Ended.Select(run => (run.Id, run.State))))
            return;
        Ended = ended;
        Changed?.Invoke();
    }
}
