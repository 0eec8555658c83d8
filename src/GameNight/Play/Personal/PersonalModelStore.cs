using GameNight.Identity.Erasure;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Training.Personal;

namespace GameNight.Play.Personal;

/// <summary>Keeps the record of each player's own classifier. Every process that shares the store sees the same records.</summary>
internal sealed class PersonalModelStore(IDocumentStore documents, IObservationStore observations) : IErasable
{
    private const string Collection = "personal";

    /// <summary>The record of a player, <see cref="PersonalModelRecord.None"/> where there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<PersonalModelRecord> ReadAsync(string player, CancellationToken cancellation) =>
        (await documents.FindAsync(Collection, player, cancellation))?.Read<PersonalModelRecord>() ?? PersonalModelRecord.None;

    /// <summary>
    /// Adds observations that were learned. Where the player has asked since <paramref name="epoch"/> for it to be forgotten, only
    /// the last one is added.
    /// </summary>
    /// <param name="player">The player's id.</param>
    /// <param name="epoch">The epoch in which they were learned.</param>
    /// <param name="learned">The ids of the observations, oldest first.</param>
    /// <param name="cancellation">Cancels the write.</param>
    /// <returns>The epoch of the record.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<int> AddAsync(string player, int epoch, IReadOnlyList<Guid> learned, CancellationToken cancellation)
    {
        var changed = await ChangeAsync(player, Add, cancellation);
        return changed.Epoch;

        PersonalModelRecord Add(PersonalModelRecord record)
        {
            var added = record.Epoch == epoch ? learned : learned.TakeLast(1);
            return record with { Marked = [.. record.Marked.Union(added).TakeLast(PersonalClassifier.MaxExamples)] };
        }
    }

    /// <summary>
    /// Forgets the observations and begins a new epoch, so that a process that has not read the record since does not bring them back.
    /// </summary>
    /// <inheritdoc cref="AddAsync" path="/returns"/>
    /// <inheritdoc cref="AddAsync" path="/exception"/>
    public async Task<int> ForgetAsync(string player, CancellationToken cancellation) =>
        (await ChangeAsync(player, record => new PersonalModelRecord(record.Epoch + 1, []), cancellation)).Epoch;

    /// <inheritdoc/>
    public async Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        foreach (var document in await documents.ListAsync(Collection, cancellation))
        {
            var (player, (epoch, marked)) = (document.Name, document.Read<PersonalModelRecord>());
            var kept = new List<Guid>();
            foreach (var id in marked.Where(id => !scope.Drawings.Contains(id)))
            {
                // Of a player who plays on, only what was drawn since is still there.
                if (!scope.Covers(player) || await observations.FindAsync(id, cancellation) is not null)
                    kept.Add(id);
            }

            // The epoch stays while its player does: without it, what was forgotten would come back from another process.
            if (kept.Count == 0 && (epoch == 0 || scope.IsOpen(player)))
                await documents.DeleteAsync(Collection, player, cancellation);
            else if (kept.Count < marked.Count)
                await ChangeAsync(player, record => record with { Marked = [.. record.Marked.Except(marked.Except(kept))] }, cancellation);
        }
    }

    private async Task<PersonalModelRecord> ChangeAsync(
        string player, Func<PersonalModelRecord, PersonalModelRecord> change, CancellationToken cancellation)
    {
        var changed = await documents.ChangeAsync<PersonalModelRecord>(
            Collection, player, record => change(record ?? PersonalModelRecord.None), cancellation);
        return changed!;
    }
}
