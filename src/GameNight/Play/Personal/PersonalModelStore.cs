using GameNight.Storage;

namespace GameNight.Play.Personal;

/// <summary>Which drawings each player's own layer has learned: all that is kept of it, the same for every process that shares the store.</summary>
internal sealed class PersonalModelStore(IDocumentStore documents)
{
    private const string Collection = "personal";

    /// <summary>What is noted of a player; nothing of one who never marked.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<PersonalModelRecord> ReadAsync(string player, CancellationToken cancellation) =>
        (await documents.FindAsync(Collection, player, cancellation))?.Read<PersonalModelRecord>() ?? PersonalModelRecord.None;

    /// <summary>Adds what was learned, unless the player has asked since to be forgotten: then only the last of it.</summary>
    /// <returns>How often the player has asked.</returns>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<int> AddAsync(string player, int epoch, IReadOnlyList<Guid> learned, CancellationToken cancellation) => (await ChangeAsync(player, notes => notes with
    {
        Marked = [.. (notes.Epoch == epoch ? notes.Marked.Union(learned) : notes.Marked.Union(learned.TakeLast(1))).TakeLast(PersonalModel.MostMarks)],
    }, cancellation)).Epoch;

    /// <summary>Forgets all; that it did is kept, so that nobody who has not heard of it brings it back.</summary>
    /// <inheritdoc cref="AddAsync" path="/returns"/>
    /// <inheritdoc cref="AddAsync" path="/exception"/>
    public async Task<int> ForgetAsync(string player, CancellationToken cancellation) =>
        (await ChangeAsync(player, notes => new PersonalModelRecord(notes.Epoch + 1, []), cancellation)).Epoch;

    private async Task<PersonalModelRecord> ChangeAsync(string player, Func<PersonalModelRecord, PersonalModelRecord> change, CancellationToken cancellation) =>
        (await documents.ChangeAsync<PersonalModelRecord>(Collection, player, notes => change(notes ?? PersonalModelRecord.None), cancellation))!;
}
