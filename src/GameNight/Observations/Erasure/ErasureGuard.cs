using GameNight.Identity.Erasure;
using GameNight.Observations.Store;

namespace GameNight.Observations.Erasure;

/// <summary>
/// Keeps what a player has had deleted from coming back: a play that was on its way meanwhile, that waited on another machine, or that is
/// imported. Everything else is the store's own.
/// </summary>
public sealed class ErasureGuard(IObservationStore store, Erasures erasures, Retention retention) : IObservationStore
{
    /// <inheritdoc/>
    public async Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation) =>
        (await AppendAsync([observation], cancellation))[0];

    /// <summary>Adds observations as <see cref="BulkAppend"/> does.</summary>
    /// <returns>For each of them the outcome of <see cref="AppendAsync(Observation, CancellationToken)"/>.</returns>
    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(
        IReadOnlyList<Observation> observations, CancellationToken cancellation)
    {
        var outcomes = Enumerable.Repeat(AppendOutcome.Erased, observations.Count).ToArray();
        List<int> kept = [.. Enumerable.Range(0, observations.Count).Where(i => IsKept(observations[i]))];
        var appended = await store.AppendAllAsync([.. kept.Select(i => observations[i])], cancellation);
        foreach (var (i, outcome) in kept.Zip(appended))
            outcomes[i] = outcome;
        // Asked after the write: a request that comes later finds the observation in the store.
        foreach (var player in kept.Where(i => outcomes[i] != AppendOutcome.Conflict).GroupBy(i => observations[i].Player))
        {
            if (await erasures.FindNowAsync(player.Key, CancellationToken.None) is not { } request)
                continue;
            List<int> erased = [.. player.Where(i => request.Covers(observations[i].Time))];
            if (erased.Count == 0)
                continue;
            await store.DeleteAsync([.. erased.Select(i => observations[i].Id)], CancellationToken.None);
            await store.PurgeAsync(CancellationToken.None);
            erased.ForEach(i => outcomes[i] = AppendOutcome.Erased);
        }

        return outcomes;
    }

    public Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

    public Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation) => store.LabelAsync(id, label, cancellation);

    public Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation) => store.VoteAsync(id, vote, cancellation);

    public Task UnvoteAsync(Guid id, string player, CancellationToken cancellation) => store.UnvoteAsync(id, player, cancellation);

    public Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation) =>
        store.ReadAsync(after, limit, cancellation);

    public Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation) =>
        store.ReadChangesAsync(after, limit, cancellation);

    public Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation) =>
        store.ExcludeAsync(id, excluded, cancellation);

    public Task<long> CountLabelledAsync(CancellationToken cancellation) => store.CountLabelledAsync(cancellation);

    public Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        store.DeleteAsync(ids, cancellation);

    public Task UnlabelAsync(Guid id, CancellationToken cancellation) => store.UnlabelAsync(id, cancellation);

    public Task PurgeAsync(CancellationToken cancellation) => store.PurgeAsync(cancellation);

    private bool IsKept(Observation observation) =>
        !retention.IsOver(observation.Time) && erasures.Find(observation.Player)?.Covers(observation.Time) != true;
}
