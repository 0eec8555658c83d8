using System.Globalization;
using GameNight.Calendar;
using GameNight.Observations.Store;
using GameNight.Retraining.Queue;
using GameNight.Storage;

namespace GameNight.Retraining;

/// <summary>When it is time to learn again: enough new marks, or the hour of the day.</summary>
public sealed class TrainingTriggers(TrainingRuns runs, RetrainingPipeline retrainer, IObservationStore store, TrainingOptions options, TimeProvider clock)
{
    /// <summary>So long nothing is tried again by itself.</summary>
    private static readonly TimeSpan AfterAFailure = TimeSpan.FromMinutes(15);

    /// <summary>Queues a run of everybody who learns, if it is time.</summary>
    /// <exception cref="StoreException">The store cannot be asked.</exception>
    public async Task PullAsync(CancellationToken cancellation)
    {
        if (await FindReasonAsync(cancellation) is not { } reason)
            return;
        foreach (var algorithm in retrainer.Able)
            await runs.QueueAsync(algorithm, reason, cancellation);
    }

    /// <summary>How many more marks there must be until those who can learn do so; null where that does not depend on marks.</summary>
    /// <exception cref="StoreException">The store cannot be asked.</exception>
    public async Task<int?> CountMissingMarksAsync(CancellationToken cancellation) =>
        options.NewMarks == 0 ? null : Math.Max(0, options.NewMarks - (int)await CountNewMarksAsync(await runs.ListAsync(cancellation), cancellation));

    /// <summary>How many marks came since the last run that learned, or tried to.</summary>
    /// <param name="before">All runs there were.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    /// <exception cref="StoreException">The store cannot be asked.</exception>
    public async Task<long> CountNewMarksAsync(IReadOnlyList<TrainingRun> before, CancellationToken cancellation) =>
        await store.CountLabelledAsync(cancellation) - before.Where(UsesUp).Select(run => run.Labelled).DefaultIfEmpty().Max();

    /// <summary>Null while it is not time.</summary>
    internal async Task<string?> FindReasonAsync(CancellationToken cancellation)
    {
        if (options is { NewMarks: 0, Daily: null })
            return null;
        var before = await runs.ListAsync(cancellation);
        var fresh = await CountNewMarksAsync(before, cancellation);
        if (options.NewMarks > 0 && fresh >= options.NewMarks)
            return string.Create(CultureInfo.InvariantCulture, $"{fresh:N0} new marks");
        var latest = before.Select(run => run.QueuedAt).DefaultIfEmpty(Started).Max();
        return fresh > 0 && options.Daily is { } hour && latest < WallClock.Last(hour, clock) ? "the hour of the day" : null;
    }

    /// <summary>What failed taught nobody anything: after a while its marks are as new as before.</summary>
    private bool UsesUp(TrainingRun run) => run.State != RunState.Failed || clock.GetUtcNow() - run.QueuedAt < AfterAFailure;

    /// <summary>A copy that never trained begins with the next hour that comes.</summary>
    private DateTimeOffset Started { get; } = clock.GetUtcNow();
}
