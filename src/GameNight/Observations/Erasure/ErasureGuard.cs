using GameNight.Identity.Erasure;
using GameNight.Jury;
using GameNight.Observations.Store;

namespace GameNight.Observations.Erasure;

/// <summary>
/// Keeps what a player has had deleted from coming back: a play that was on its way meanwhile, that waited on another machine, or that is
/// imported; and what the player has said of the drawings of others. Everything else is the store's own.
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
        var appended = await store.AppendAllAsync([.. kept.Select(i => WithoutErased(observations[i]))], cancellation);
        foreach (var (i, outcome) in kept.Zip(appended))
            outcomes[i] = outcome;
        // Asked after the write: a request that comes later finds the observation in the store.
        foreach (var i in kept.Where(i => outcomes[i] == AppendOutcome.Stored))
            await TakeBackAsync(observations[i]);
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
        !retention.IsOver(observation.Time) && !IsErased(observation.Player, observation.Time);

    private bool IsErased(string player, DateTimeOffset time) => erasures.Find(player)?.Covers(time) == true;

    private Observation WithoutErased(Observation observation) =>
        erasures.Current.Requests.Count == 0 ? observation : ErasedParts.Of(observation, IsErased).RemoveFrom(observation);

    /// <summary>Takes away what others have said of a drawing and have had deleted, as far as this process did not know of it.</summary>
    private async Task TakeBackAsync(Observation stored)
    {
        var others = stored.Votes.Select(vote => vote.Player).Append(stored.Label?.By ?? stored.Player);
        var requests = new Dictionary<string, ErasureRequest>();
        foreach (var player in others.Distinct().Except([stored.Player, JuryVerdict.Author]))
        {
            if (await erasures.FindNowAsync(player, CancellationToken.None) is { } request)
                requests.Add(player, request);
        }

        if (requests.Count == 0)
            return;
        var parts = ErasedParts.Of(stored, (player, time) => requests.TryGetValue(player, out var request) && request.Covers(time));
        foreach (var vote in parts.Votes)
            await store.UnvoteAsync(stored.Id, vote.Player, CancellationToken.None);
        if (parts.Label)
            await store.UnlabelAsync(stored.Id, CancellationToken.None);
        await store.PurgeAsync(CancellationToken.None);
    }
}
