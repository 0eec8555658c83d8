using GameNight.Storage;

namespace GameNight.Play.Personal;

/// <summary>Keeps the record of each player's own classifier. Every process that shares the store sees the same records.</summary>
internal sealed class PersonalModelStore(IDocumentStore documents)
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
            return record with { Marked = [.. record.Marked.Union(added).TakeLast(PersonalModel.MostExamples)] };
        }
    }

    /// <summary>
    /// Forgets the observations and begins a new epoch, so that a process that has not read the record since does not bring them back.
    /// </summary>
    /// <inheritdoc cref="AddAsync" path="/returns"/>
    /// <inheritdoc cref="AddAsync" path="/exception"/>
    public async Task<int> ForgetAsync(string player, CancellationToken cancellation) =>
        (await ChangeAsync(player, record => new PersonalModelRecord(record.Epoch + 1, []), cancellation)).Epoch;

    private async Task<PersonalModelRecord> ChangeAsync(
        string player, Func<PersonalModelRecord, PersonalModelRecord> change, CancellationToken cancellation)
    {
        var changed = await documents.ChangeAsync<PersonalModelRecord>(
            Collection, player, record => change(record ?? PersonalModelRecord.None), cancellation);
        return changed!;
    }
}
