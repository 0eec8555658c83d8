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
        // One that comes again because something failed after it was stored is there.
        var erased = await FindStoredAsync(observations.Where(play => IsErased(play.Player, play.Time)));
        var appended = await store.AppendAllAsync([.. kept.Select(i => WithoutErased(observations[i]))], cancellation);
        foreach (var (i, outcome) in kept.Zip(appended))
            outcomes[i] = outcome;
        kept.RemoveAll(i => outcomes[i] == AppendOutcome.Conflict);
        // Asked after the write: a request that comes later finds the observation in the store.
        var requests = await FindNowAsync(kept.SelectMany(i => MakersOf(observations[i])));
        foreach (var i in kept.Where(i => Covers(observations[i].Player, observations[i].Time)))
        {
            outcomes[i] = AppendOutcome.Erased;
            erased.Add(observations[i].Id);
        }

        var isPurgeDue = erased.Count > 0;
        try
        {
            if (isPurgeDue)
                await store.DeleteAsync(erased, CancellationToken.None);
            foreach (var i in kept.Where(i => requests.Count > 0 && outcomes[i] != AppendOutcome.Erased))
                isPurgeDue |= await TakeBackAsync(observations[i].Id, Covers);
        }
        finally
        {
            if (isPurgeDue)
                await store.PurgeAsync(CancellationToken.None);
        }

        return outcomes;

        bool Covers(string player, DateTimeOffset time) => requests.TryGetValue(player, out var request) && request.Covers(time);
    }

    public Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

    public async Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation) =>
        await IsErasedAsync(id, label, cancellation) ? LabelOutcome.Unchanged : await store.LabelAsync(id, label, cancellation);

    public async Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation) =>
        IsErased(vote.Player, vote.Time) ? VoteOutcome.Unchanged : await store.VoteAsync(id, vote, cancellation);

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

    /// <summary>Whether who gives a label has had it deleted, or the jury gives it by votes that were deleted.</summary>
    private async Task<bool> IsErasedAsync(Guid id, Label label, CancellationToken cancellation)
    {
        if (label.By != JuryVerdict.Author || erasures.Current.Requests.Count == 0)
            return IsErased(label.By, label.Time);
        return await store.FindAsync(id, cancellation) is { } play && ErasedParts.Of(play with { Label = label }, IsErased).Label;
    }

    /// <summary>Those of some plays that are in the store, and not another player's by the same id.</summary>
    private async Task<List<Guid>> FindStoredAsync(IEnumerable<Observation> plays)
    {
        var stored = new List<Guid>();
        foreach (var play in plays)
        {
            if ((await store.FindAsync(play.Id, CancellationToken.None))?.Player == play.Player)
                stored.Add(play.Id);
        }

        return stored;
    }

    private Observation WithoutErased(Observation observation) =>
        erasures.Current.Requests.Count == 0 ? observation : ErasedParts.Of(observation, IsErased).RemoveFrom(observation);

    /// <summary>Who drew a drawing, voted on it or labelled it.</summary>
    private static IEnumerable<string> MakersOf(Observation play) =>
        play.Votes.Select(vote => vote.Player).Concat([play.Player, play.Label?.By ?? play.Player]).Except([JuryVerdict.Author]);

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

    /// <summary>Takes away what others have said of a drawing and have had deleted, as the store has it by now.</summary>
    /// <returns>Whether there was any.</returns>
    private async Task<bool> TakeBackAsync(Guid id, Func<string, DateTimeOffset, bool> isErased)
    {
        if (await store.FindAsync(id, CancellationToken.None) is not { } stored)
            return false;
        var parts = ErasedParts.Of(stored, isErased);
        foreach (var vote in parts.Votes)
            await store.UnvoteAsync(id, vote.Player, CancellationToken.None);
        if (parts.Label)
            await store.UnlabelAsync(id, CancellationToken.None);
        return parts.Label || parts.Votes.Count > 0;
    }
}
