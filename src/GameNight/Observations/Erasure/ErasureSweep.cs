using GameNight.Identity.Erasure;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Erasure;

/// <summary>
/// Deletes what players want deleted and what is older than it is kept: the drawings, the labels and votes that the players gave, and what
/// everything that is <see cref="IErasable"/> has of them. It may be run again after a crash, and by several processes.
/// </summary>
public sealed class ErasureSweep(
    IObservationStore store, IEnumerable<IErasable> erasables, Erasures erasures, Retention retention, TimeProvider clock,
    ILogger<ErasureSweep> log)
{
    private readonly DeferredPurge _purge = new(store.PurgeAsync, clock, log);

    /// <summary>Whether overwriting what was deleted has failed, and it is time to try again.</summary>
    public bool IsPurgeDue => _purge.IsRetryDue;

    /// <summary>Tries again to overwrite what was deleted.</summary>
    public Task PurgeAsync(CancellationToken cancellation) => _purge.TryAsync(cancellation);

    /// <summary>Carries out the requests that are due, and lets this process forget those of all others.</summary>
    /// <param name="expired">Whether drawings that are too old are deleted, too.</param>
    /// <param name="cancellation">Ends it halfway; the next time goes on.</param>
    /// <exception cref="StoreException">A store failed; the next time goes on.</exception>
    public async Task RunAsync(bool expired, CancellationToken cancellation)
    {
        // One list for all that follows: what is asked meanwhile is the next run's.
        var requests = erasures.Current;
        var due = erasures.DueIn(requests);
        var gone = new HashSet<Guid>();
        // Another process that was asked may have been cut short between deleting and what follows.
        if (due.Keys.Any(hash => !erasures.IsOwn(hash)))
            _purge.Owe();
        while (true)
        {
            var found = due.Count > 0 || expired ? await FindAsync(requests, cancellation) : new Found([], [], [], []);
            gone.UnionWith(found.Erased.Concat(found.Expired));
            // Before and after: while the drawings were still there, something may have learned from them again.
            await EraseBesideAsync(new ErasureScope(requests, retention.IsOver, gone), cancellation);
            // A request is done once a scan finds nothing of it any more.
            if (found.IsEmpty)
                break;
            await DeleteAsync(found, cancellation);
        }

        if (due.Count == 0 && gone.Count == 0)
            return;
        if (gone.Count == 0 && _purge.IsOwed)
            await store.DeleteAsync([], cancellation);
        await _purge.TryAsync(cancellation);
        foreach (var (hash, request) in due)
            await erasures.CompleteAsync(hash, request, cancellation);
    }

    private async Task DeleteAsync(Found found, CancellationToken cancellation)
    {
        _purge.Owe();
        // The votes first: as long as they are there, the jury would set the label that rests on them again.
        foreach (var (id, player) in found.Votes)
            await store.UnvoteAsync(id, player, cancellation);
        foreach (var id in found.Labels)
            await store.UnlabelAsync(id, cancellation);
        var deleted = found.Erased.Count > 0 ? await store.DeleteAsync(found.Erased, cancellation) : default;
        var expired = found.Expired.Count > 0 ? await store.DeleteAsync(found.Expired, cancellation) : default;
        await erasures.CountAsync(deleted.Drawings, deleted.Labelled + expired.Labelled + found.Labels.Count, cancellation);
    }

    private async Task<Found> FindAsync(ErasureList requests, CancellationToken cancellation)
    {
        var found = new Found([], [], [], []);
        for (var page = await ReadAsync(null); page.Items.Count > 0; page = await ReadAsync(page.Next))
        {
            foreach (var play in page.Items)
            {
                if (IsErased(play.Player, play.Time))
                    found.Erased.Add(play.Id);
                else if (retention.IsOver(play.Time))
                    found.Expired.Add(play.Id);
                else
                    FindIn(play);
            }
        }

        return found;

        void FindIn(Observation play)
        {
            var parts = ErasedParts.Of(play, IsErased);
            if (parts.Label)
                found.Labels.Add(play.Id);
            found.Votes.AddRange(parts.Votes.Select(vote => (play.Id, vote.Player)));
        }

        bool IsErased(string player, DateTimeOffset time) => requests.Find(player)?.Covers(time) == true;

        Task<ObservationPage> ReadAsync(string? after) => store.ReadAsync(after, ObservationPage.MaxLimit, cancellation);
    }

    private async Task EraseBesideAsync(ErasureScope scope, CancellationToken cancellation)
    {
        foreach (var erasable in erasables)
            await erasable.EraseAsync(scope, cancellation);
    }

    /// <param name="Erased">Drawings of players who want them deleted.</param>
    /// <param name="Expired">Drawings that are too old.</param>
    /// <param name="Labels">Drawings of others whose label such a player gave, or the jury with that player's vote.</param>
    /// <param name="Votes">Drawings of others on which such a player voted.</param>
    private sealed record Found(List<Guid> Erased, List<Guid> Expired, List<Guid> Labels, List<(Guid Id, string Player)> Votes)
    {
        public bool IsEmpty => Erased.Count + Expired.Count + Labels.Count + Votes.Count == 0;
    }
}
