using System.Diagnostics;
using System.Globalization;
using GameNight.Limits;
using GameNight.Observations;
using GameNight.Observations.Outbox;
using GameNight.Observations.Store;
using GameNight.Recognition.Deployment;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Storage;

namespace GameNight.Monitoring;

/// <summary>Looks at everything that the host may have to mend.</summary>
public sealed class GameHealth(
    IObservationStore store, StoreOptions options, Backlog backlog, ModelDeployment deployment, TrainingRuns runs, TrainingOptions training,
    LimitOptions limits)
{
    /// <summary>Every part of the game. It never fails: a part that cannot be looked at says so.</summary>
    public async Task<IReadOnlyList<HealthLine>> LookAsync(CancellationToken cancellation) =>
    [
        await LookAtStoreAsync(cancellation), LookAtBacklog(), LookAtRegistry(), await LookAtTrainerAsync(cancellation), LookAtMemory(),
        LookAtDisk(),
    ];

    private async Task<HealthLine> LookAtStoreAsync(CancellationToken cancellation)
    {
        const string name = "Drawings";
        try
        {
            var started = Stopwatch.GetTimestamp();
            var labelled = await store.CountLabelledAsync(cancellation);
            var took = Stopwatch.GetElapsedTime(started);
            var place = options.Table is null ? "The database" : "The table";
            return new HealthLine(name, IsWell: true, Text(
                $"{place} responds in {took.TotalMilliseconds:N0} ms; answered drawings: {labelled:N0}."));
        }
        catch (StoreException e)
        {
            return new HealthLine(name, IsWell: false, $"The database doesn’t answer. What was saved is safe. {e.Message}");
        }
    }

    private HealthLine LookAtBacklog()
    {
        var now = backlog.Now;
        return new HealthLine("Waiting to be sent", now is { Waiting: 0, Refused: 0 }, now switch
        {
            { Waiting: > 0 } => Text(
                $"{now.Waiting:N0} plays have waited here since {now.Since:HH:mm} UTC. They’ll follow; keep the data folder."),
            { Refused: > 0 } => Text($"The table refused {now.Refused:N0} plays for good. You’ll find them in outbox.db, with the reason."),
            _ => "Nothing waits.",
        });
    }

    private HealthLine LookAtRegistry() => deployment.RegistryError is { } error
        ? new HealthLine("Models", IsWell: false, $"The registry can’t be read. The game goes on with the versions it has. {error}")
        : new HealthLine("Models", IsWell: true, "The registry can be read.");

    private async Task<HealthLine> LookAtTrainerAsync(CancellationToken cancellation)
    {
        const string name = "Trainer";
        try
        {
            var all = await runs.WatchAsync(cancellation);
            var waiting = all.Count(run => run.State == RunState.Queued);
            var words = all.FirstOrDefault(run => run.State == RunState.Running) is { } running
                ? Text($"{running.Algorithm} is learning: {running.Progress:P0} done; {waiting:N0} more wait.")
                : waiting > 0 ? Text($"{waiting:N0} runs wait for a trainer.")
                : all.FirstOrDefault(run => run.HasEnded) is { } last ? $"{last.Algorithm}, last time: {last.Words}"
                : "Nothing has been learned yet.";
            return new HealthLine(
                name, IsWell: all.FirstOrDefault(run => run.HasEnded) is not { State: RunState.Failed },
                training.Enabled ? words : $"{words} This copy doesn’t train.");
        }
        catch (StoreException)
        {
            return new HealthLine(name, IsWell: false, "The database doesn’t answer, so nobody can say.");
        }
    }

    private static HealthLine LookAtMemory() => new("Memory", IsWell: true, Text(
        $"{Environment.WorkingSet >> 20:N0} MB in use, {GC.GetTotalMemory(forceFullCollection: false) >> 20:N0} MB of it managed."));

    private HealthLine LookAtDisk()
    {
        var free = new DriveInfo(options.DataFolder).AvailableFreeSpace >> 20;
        return new HealthLine("Disk", free >= 2 * limits.FreeDiskMegabytes, Text(
            $"{free:N0} MB free. Below {limits.FreeDiskMegabytes:N0} MB no drawing is kept."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
