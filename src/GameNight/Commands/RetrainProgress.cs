using GameNight.Background;
using GameNight.Retraining.Queue;
using GameNight.Storage;
using Spectre.Console;

namespace GameNight.Commands;

/// <summary>Shows how far some training runs are, until it is cancelled.</summary>
/// <param name="runs">The queue of all runs.</param>
/// <param name="ids">The runs that are shown.</param>
/// <param name="clock">The clock that times the updates.</param>
internal sealed class RetrainProgress(TrainingRuns runs, IReadOnlyCollection<string> ids, TimeProvider clock)
{
    /// <summary>The pause between two updates.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    /// <summary>The runs as they are stored now, in the order in which they were queued.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<List<TrainingRun>> ReadAsync(CancellationToken cancellation) =>
        [.. (await runs.WatchAsync(cancellation)).Where(run => ids.Contains(run.Id)).Reverse()];

    /// <summary>Shows a bar for each run on a terminal, and lines where the output goes into a file or a pipe.</summary>
    /// <param name="done">Ends it without an exception.</param>
    public async Task ShowAsync(CancellationToken done)
    {
        if (!Terminal.CanShowBars)
        {
            var shown = new HashSet<(string, RunStage?)>();
            await WatchAsync(run =>
            {
                if (run.State == RunState.Running && shown.Add((run.Id, run.Stage)))
                    Console.WriteLine($"{run.Algorithm} {run.Words}");
            }, done);
            return;
        }

        await AnsiConsole.Progress().StartAsync(async bars =>
        {
            var byRun = new Dictionary<string, ProgressTask>();
            await WatchAsync(run =>
            {
                if (!byRun.TryGetValue(run.Id, out var bar))
                    byRun[run.Id] = bar = bars.AddTask(run.Algorithm, maxValue: 1);
                (bar.Value, bar.Description) = (run.Progress, Markup.Escape($"{run.Algorithm} {run.Words}"));
            }, done);
        });
    }

    /// <summary>Passes on every run after each pause.</summary>
    internal Task WatchAsync(Action<TrainingRun> show, CancellationToken done) =>
        PollingLoop.RunAsync(Interval, clock, cancellation => TryUpdateAsync(show, cancellation), done);

    private async Task TryUpdateAsync(Action<TrainingRun> show, CancellationToken cancellation)
    {
        try
        {
            (await ReadAsync(cancellation)).ForEach(show);
        }
        catch (StoreException)
        {
            // Only the display misses an update; the work that needs the store reports its failure.
        }
    }
}
