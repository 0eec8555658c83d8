using GameNight.Identity.Erasure;
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
        var kept = observations.Index().Where(play => IsKept(play.Item))
            .Select(play => (play.Index, Play: WithoutErased(play.Item))).ToList();
        var appended = await store.AppendAllAsync([.. kept.Select(entry => entry.Play)], cancellation);
        foreach (var (entry, outcome) in kept.Zip(appended))
            outcomes[entry.Index] = outcome;
        // Asked after the write: a request that comes later finds the observation in the store.
        var requests = await FindNowAsync(kept.SelectMany(entry => MakersOf(entry.Play)));
        if (requests.Count == 0)
            return outcomes;
        List<int> erased = [.. kept.Where(entry => outcomes[entry.Index] != AppendOutcome.Conflict
            && Covers(entry.Play.Player, entry.Play.Time)).Select(entry => entry.Index)];
        if (erased.Count > 0)
            await store.DeleteAsync([.. erased.Select(i => observations[i].Id)], CancellationToken.None);
        erased.ForEach(i => outcomes[i] = AppendOutcome.Erased);
        var isPurgeDue = erased.Count > 0;
        foreach (var (_, play) in kept.Where(entry => outcomes[entry.Index] == AppendOutcome.Stored))
            isPurgeDue |= await TakeBackAsync(play, Covers);
        if (isPurgeDue)
            await store.PurgeAsync(CancellationToken.None);
        return outcomes;

        bool Covers(string player, DateTimeOffset time) => requests.TryGetValue(player, out var request) && request.Covers(time);
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

    /// <summary>Who drew a drawing, voted on it or labelled it.</summary>
    private static IEnumerable<string> MakersOf(Observation play) =>
        play.Votes.Select(vote => vote.Player).Concat([play.Player, play.Label?.By ?? play.Player]);

    /// <summary>The requests of players, as the store has them at this moment.</summary>
    private async Task<Dictionary<string, ErasureRequest>> FindNowAsync(IEnumerable<string> players)
    {
        var requests = new Dictionary<string, ErasureRequest>();
        foreach (var player in players.Distinct())
        {
            if (await erasures.FindNowAsync(player, CancellationToken.None) is { } request)
                requests.Add(player, request);
        }

        return requests;
    }

    /// <summary>Takes away what others have said of a drawing and have had deleted.</summary>
    /// <returns>Whether there was any.</returns>
    private async Task<bool> TakeBackAsync(Observation stored, Func<string, DateTimeOffset, bool> isErased)
    {
        var parts = ErasedParts.Of(stored, isErased);
        foreach (var vote in parts.Votes)
            await store.UnvoteAsync(stored.Id, vote.Player, CancellationToken.None);
        if (parts.Label)
            await store.UnlabelAsync(stored.Id, CancellationToken.None);
        return parts.Label || parts.Votes.Count > 0;
    }
}
