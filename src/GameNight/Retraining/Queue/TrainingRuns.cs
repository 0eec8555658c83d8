using GameNight.Identity.Erasure;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>The queue of training runs and their history, the same for every process that shares the store.</summary>
public sealed class TrainingRuns(IDocumentStore documents, IObservationStore observations, TimeProvider clock)
{
    private const string Collection = "training-runs";

    /// <summary>How many runs are kept; the oldest are deleted. The reports of published versions stay with the versions.</summary>
    private const int Kept = 30;

    // For all runs with their reports a table charges tens of units, for the note of the last change one.
    private readonly DocumentWatch<IReadOnlyList<TrainingRun>> _watch =
        new(documents, Collection, cancellation => ListAsync(documents, cancellation), clock);

    /// <summary>All runs that are kept, the latest first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public Task<IReadOnlyList<TrainingRun>> ListAsync(CancellationToken cancellation) => ListAsync(documents, cancellation);

    /// <summary>
    /// The same for those who look again and again: cheap while no run changes. After a crash it may lag behind for some minutes, so who
    /// decides something about a run takes <see cref="ListAsync(CancellationToken)"/>.
    /// </summary>
    /// <inheritdoc cref="ListAsync(CancellationToken)" path="/exception"/>
    public Task<IReadOnlyList<TrainingRun>> WatchAsync(CancellationToken cancellation) => _watch.ReadAsync(cancellation);

    /// <returns>Null where there is no such run.</returns>
    /// <inheritdoc cref="ListAsync(CancellationToken)" path="/exception"/>
    public async Task<TrainingRun?> FindAsync(string id, CancellationToken cancellation) =>
        id.Length > 0 ? (await documents.FindAsync(Collection, id, cancellation))?.Read<TrainingRun>() : null;

    /// <summary>Puts a run at the end of the queue.</summary>
    /// <param name="algorithm">The algorithm that is to learn.</param>
    /// <param name="trigger">Why, in words.</param>
    /// <param name="cancellation">Leaves the queue as it is.</param>
    /// <returns>The new run, or the one of the same algorithm that is queued already.</returns>
    /// <inheritdoc cref="ListAsync(CancellationToken)" path="/exception"/>
    public async Task<TrainingRun> QueueAsync(string algorithm, string trigger, CancellationToken cancellation)
    {
        var runs = await ListAsync(cancellation);
        var queued = runs.FirstOrDefault(run => run.Algorithm == algorithm && run is { State: RunState.Queued, CancelRequested: false });
        if (queued is not null)
            return queued;
        foreach (var old in runs.Skip(Kept).Where(run => run.HasEnded && run.State != RunState.OnTrial))
            await documents.DeleteAsync(Collection, old.Id, cancellation);
        var now = clock.GetUtcNow();
        var run = new TrainingRun
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            Algorithm = algorithm,
            Trigger = trigger,
            Labelled = await CountLabelsAsync(cancellation),
            QueuedAt = now,
            Words = "waits for its turn",
        };
        await documents.ChangeAsync<TrainingRun>(Collection, run.Id, stored => stored ?? run, cancellation);
        await _watch.NoteChangeAsync();
        return run;
    }

    /// <summary>How many labels there ever were, with those that were deleted since: a number that does not fall.</summary>
    /// <inheritdoc cref="ListAsync(CancellationToken)" path="/exception"/>
    public async Task<long> CountLabelsAsync(CancellationToken cancellation) =>
        await observations.CountLabelledAsync(cancellation) + (await ErasureTotals.ReadAsync(documents, cancellation)).Labelled;

    /// <summary>Changes a run atomically, also while others change it.</summary>
    /// <param name="id">The id of the run.</param>
    /// <param name="change">From the stored run to the changed one; may be called more than once.</param>
    /// <param name="cancellation">Leaves the run as it is.</param>
    /// <returns>The run as it is now; null where there is none.</returns>
    /// <inheritdoc cref="ListAsync(CancellationToken)" path="/exception"/>
    public async Task<TrainingRun?> ChangeAsync(
        string id, Func<TrainingRun, TrainingRun> change, CancellationToken cancellation)
    {
        if (id.Length == 0)
            return null;
        // The last call of the change is the one that counts.
        var changes = false;
        var changed = await documents.ChangeAsync<TrainingRun>(Collection, id, Change, cancellation);
        if (changes)
            await _watch.NoteChangeAsync();
        return changed;

        TrainingRun? Change(TrainingRun? run)
        {
            var after = run is null ? null : change(run);
            changes = after is not null && !after.Equals(run);
            return after;
        }
    }

    /// <summary>
    /// Cancels a run: a queued one at once, a running one as soon as the process that executes it sees the request. One that has ended
    /// stays as it is.
    /// </summary>
    /// <inheritdoc cref="ChangeAsync"/>
    public Task<TrainingRun?> CancelAsync(string id, CancellationToken cancellation) => ChangeAsync(id, run => run.State switch
    {
        RunState.Queued => run with
        {
            State = RunState.Cancelled,
            CancelRequested = true,
            EndedAt = clock.GetUtcNow(),
            Words = "was cancelled before it began",
        },
        RunState.Running => run with { CancelRequested = true },
        _ => run,
    }, cancellation);

    private static async Task<IReadOnlyList<TrainingRun>> ListAsync(IDocumentStore documents, CancellationToken cancellation)
    {
        var runs = await documents.ListAsync(Collection, cancellation);
        return [.. runs.Select(JsonDocuments.Read<TrainingRun>).OrderByDescending(run => run.Id, StringComparer.Ordinal)];
    }
}
