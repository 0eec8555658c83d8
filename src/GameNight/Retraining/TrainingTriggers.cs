using System.Globalization;
using GameNight.Calendar;
using GameNight.Retraining.Queue;
using GameNight.Storage;

namespace GameNight.Retraining;

/// <summary>Decides when to learn again: after enough new labels, or at a time of the day.</summary>
public sealed class TrainingTriggers(
    TrainingRuns runs, RetrainingPipeline pipeline, TrainingOptions options, TimeProvider clock)
{
    /// <summary>How long the labels of a failed run start no other run.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(15);

    /// <summary>Queues a run of each algorithm that can learn here, if it is time.</summary>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task QueueDueAsync(CancellationToken cancellation)
    {
        if (await FindReasonAsync(await runs.ListAsync(cancellation), cancellation) is not { } reason)
            return;
        foreach (var algorithm in pipeline.Available)
            await runs.QueueAsync(algorithm, reason, cancellation);
    }

    /// <summary>How many more labels it takes to start a run; null where labels start none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<int?> CountMissingLabelsAsync(CancellationToken cancellation)
    {
        if (options.NewMarks == 0)
            return null;
        var fresh = await CountNewLabelsAsync(await runs.WatchAsync(cancellation), cancellation);
        return Math.Max(0, options.NewMarks - (int)fresh);
    }

    /// <summary>How many labels were added since the last run that learned or tried to.</summary>
    /// <param name="before">All runs so far.</param>
    /// <param name="cancellation">Ends the counting.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<long> CountNewLabelsAsync(IReadOnlyList<TrainingRun> before, CancellationToken cancellation) =>
        await runs.CountLabelsAsync(cancellation) - before.Where(UsesUp).Select(run => run.Labelled).DefaultIfEmpty().Max();

    /// <summary>Why it is time to learn; null while it is not.</summary>
    /// <param name="before">All runs so far.</param>
    /// <param name="cancellation">Ends the counting.</param>
    internal async Task<string?> FindReasonAsync(IReadOnlyList<TrainingRun> before, CancellationToken cancellation)
    {
        if (options is { NewMarks: 0, Daily: null })
            return null;
        var fresh = await CountNewLabelsAsync(before, cancellation);
        var isRested = before.All(run => clock.GetUtcNow() - run.QueuedAt >= options.Pause);
        if (options.NewMarks > 0 && fresh >= options.NewMarks && isRested)
            return string.Create(CultureInfo.InvariantCulture, $"{fresh:N0} new answers");
        var latest = before.Select(run => run.QueuedAt).DefaultIfEmpty(Started).Max();
        return fresh > 0 && options.Daily is { } hour && latest < WallClock.Last(hour, clock) ? "the hour of the day" : null;
    }

    /// <summary>
    /// Whether a run's labels are no longer new. Those of a failed run are new again after a while, because nothing learned from them.
    /// </summary>
    private bool UsesUp(TrainingRun run) => run.State != RunState.Failed || clock.GetUtcNow() - run.QueuedAt < RetryDelay;

    /// <summary>When this process started. Where no run ever was, the first daily one is the next after that.</summary>
    private DateTimeOffset Started { get; } = clock.GetUtcNow();
}
