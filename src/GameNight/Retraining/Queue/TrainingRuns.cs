using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>The queue of training runs and their history, the same for every process that shares the store.</summary>
public sealed class TrainingRuns(IDocumentStore documents, IObservationStore observations, TimeProvider clock)
{
    private const string Collection = "training-runs";

    /// <summary>So many are kept; the oldest go first. The receipts of published versions stay with the versions.</summary>
    private const int Kept = 30;

    /// <summary>Latest first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<TrainingRun>> ListAsync(CancellationToken cancellation) =>
        [.. (await documents.ListAsync(Collection, cancellation)).Select(JsonDocuments.Read<TrainingRun>).OrderByDescending(run => run.Id, StringComparer.Ordinal)];

    /// <summary>Null where there is no such run.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    public async Task<TrainingRun?> FindAsync(string id, CancellationToken cancellation) =>
        id.Length > 0 ? (await documents.FindAsync(Collection, id, cancellation))?.Read<TrainingRun>() : null;

    /// <summary>Puts a run at the end of the queue; one of the same algorithm that waits already is given back instead.</summary>
    /// <param name="algorithm">Which shall learn.</param>
    /// <param name="trigger">Why, in words.</param>
    /// <param name="cancellation">Leaves the queue as it is.</param>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    public async Task<TrainingRun> QueueAsync(string algorithm, string trigger, CancellationToken cancellation)
    {
        var runs = await ListAsync(cancellation);
        if (runs.FirstOrDefault(run => run.Algorithm == algorithm && run is { State: RunState.Queued, CancelRequested: false }) is { } waiting)
            return waiting;
        foreach (var old in runs.Skip(Kept).Where(run => run.HasEnded))
            await documents.DeleteAsync(Collection, old.Id, cancellation);
        var now = clock.GetUtcNow();
        var run = new TrainingRun
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Algorithm = algorithm,
            Trigger = trigger,
            Labelled = await observations.CountLabelledAsync(cancellation),
            QueuedAt = now,
            Words = "waits for its turn",
        };
        return (await documents.ChangeAsync<TrainingRun>(Collection, run.Id, there => there ?? run, cancellation))!;
    }

    /// <summary>Changes a run, whoever else changes it meanwhile.</summary>
    /// <param name="id">Which.</param>
    /// <param name="change">From the run as it is to the run as it shall be; may be called more than once.</param>
    /// <param name="cancellation">Leaves it as it is.</param>
    /// <returns>The run as it is now; null where there is none.</returns>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    public Task<TrainingRun?> ChangeAsync(string id, Func<TrainingRun, TrainingRun> change, CancellationToken cancellation) =>
        id.Length > 0 ? documents.ChangeAsync<TrainingRun>(Collection, id, run => run is null ? null : change(run), cancellation) : Task.FromResult<TrainingRun?>(null);

    /// <summary>One that waits is cancelled at once, one that runs as soon as its trainer hears of it; one that has ended stays as it is.</summary>
    /// <inheritdoc cref="ChangeAsync"/>
    public Task<TrainingRun?> CancelAsync(string id, CancellationToken cancellation) => ChangeAsync(id, run => run.State switch
    {
        RunState.Queued => run with { State = RunState.Cancelled, CancelRequested = true, EndedAt = clock.GetUtcNow(), Words = "was cancelled before it began" },
        RunState.Running => run with { CancelRequested = true },
        _ => run,
    }, cancellation);
}
