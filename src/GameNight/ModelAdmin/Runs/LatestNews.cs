using GameNight.Models;
using GameNight.Retraining.Queue;

namespace GameNight.ModelAdmin.Runs;

/// <summary>What has just changed, in one sentence.</summary>
public static class LatestNews
{
    /// <param name="runs">The training runs.</param>
    /// <param name="activation">What went into service last; null for nothing.</param>
    /// <param name="nameOf">The name of an algorithm by its id.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null where nothing has changed yet.</returns>
    public static string? Of(IEnumerable<TrainingRun> runs, Activation? activation, Func<string, string> nameOf, DateTimeOffset now)
    {
        var run = runs.Where(run => run is { HasEnded: true, EndedAt: not null, State: not RunState.Cancelled })
            .MaxBy(run => run.EndedAt);
        // The end of a run comes after what it put into service, and says more.
        if (activation is not null && (run is null || activation.At > run.EndedAt))
        {
            return $"{nameOf(activation.Algorithm)}: version {activation.To} is in service"
                + $"{(activation.From is { } before ? $" in place of version {before}" : "")}, {Ago.Of(now - activation.At)}.";
        }

        return run is null ? null : $"{nameOf(run.Algorithm)}: {RunSentence.Of(run)}, {Ago.Of(now - run.EndedAt!.Value)}.";
    }
}
