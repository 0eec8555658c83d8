using GameNight.Observations.Store;
using GameNight.Storage.DynamoDb;
using static GameNight.Observations.Store.ObservationFailure;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>The single steps of a write, and how one is completed that a crash has left half done.</summary>
public sealed partial class DynamoDbObservationStore
{
    /// <summary>Changes an item, and marks the change in it as one that is not in the log yet.</summary>
    private Task<Item?> ChangeAsync(string failure, Guid id, string change, string update, string condition, Item values)
    {
        values[":change"] = new(change);
        return table.TryUpdateAsync(
            failure, ObservationItem.Key(id.ToString()), $"SET {update}, #unlogged = :change", condition, values, CancellationToken.None);
    }

    /// <summary>
    /// Claims a slot for a change and sets it in the item, unless there has been another change meanwhile: that one's slot stands
    /// for both.
    /// </summary>
    private async Task LogAsync(Guid id, string change, CancellationToken cancellation)
    {
        var slot = await _log.ClaimAsync(id, isChange: true, cancellation);
        await table.TryUpdateAsync(
            NotSaved, ObservationItem.Key(id.ToString()), "SET #changed = :slot REMOVE #unlogged", "#unlogged = :change",
            new() { [":slot"] = DynamoDbTable.Number(slot), [":change"] = new(change) }, cancellation);
    }

    /// <summary>
    /// Logs a change that a crash has kept out of the log. A change that another process is just about to log gets two slots, of
    /// which readers skip one.
    /// </summary>
    private Task CompleteAsync(Item item, CancellationToken cancellation) =>
        item.TryGetValue(ObservationItem.Unlogged, out var change)
            ? LogAsync(IdOf(item), change.S, cancellation)
            : Task.CompletedTask;

    /// <summary>
    /// The observation whose append has this slot, completed where a crash has left it half done; null where that has another slot, or
    /// the observation was removed. Where the item has no slot yet, because the process that claimed it has crashed or is about to set
    /// it, it is set here.
    /// </summary>
    private async Task<Observation?> CompleteAsync(LogSlot slot, Item? item, CancellationToken cancellation)
    {
        if (item is null)
            return null;
        var own = ObservationItem.SlotOf(item) ?? await SetSlotAsync(slot.Observation.ToString(), slot.Number, cancellation);
        if (own != slot.Number)
            return null;
        await CompleteAsync(item, cancellation);
        return ObservationItem.Read(item);
    }

    /// <summary>Sets the slot of the observation's append in its item, if that has none.</summary>
    /// <returns>The slot that the item has now; null where the item was removed.</returns>
    private async Task<long?> SetSlotAsync(string id, long slot, CancellationToken cancellation)
    {
        var before = await table.TryUpdateAsync(
            NotSaved, ObservationItem.Key(id), "SET #slot = :slot", "attribute_exists(#pk) AND attribute_not_exists(#slot)",
            new() { [":slot"] = DynamoDbTable.Number(slot) }, cancellation);
        if (before is not null)
            return slot;
        return await FindItemAsync(NotSaved, id, cancellation) is { } item ? ObservationItem.SlotOf(item) : null;
    }

    private Task<long> CountAsync(long more = 1) => _counting.WriteAsync(more, CancellationToken.None);
}
