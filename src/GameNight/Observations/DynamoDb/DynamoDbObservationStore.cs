using System.Globalization;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>
/// Keeps observations in a DynamoDB table that any number of games share. Correct without transactions: each write is one
/// conditional write, and what a crash leaves half done is completed by whoever meets it. README.md in this folder has the
/// keys, what each call costs, and why nothing is lost or doubled.
/// </summary>
public sealed class DynamoDbObservationStore(DynamoDbTable table) : IObservationStore, IDisposable
{
    private const string Labelled = "labelled";

    private static readonly Item Counter = DynamoDbTable.Key("counter", Labelled);

    private readonly DynamoDbLog _log = new(table);

    /// <remarks>Once begun it is not cancelled: what is half done is not in the order of the observations yet.</remarks>
    public async Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (id, writer) = (observation.Id.ToString(), Guid.NewGuid().ToString());
        var outcome = AppendOutcome.Stored;
        var isInLog = false;
        if (!await table.TryPutAsync("saved", ObservationItem.From(observation, writer), CancellationToken.None))
        {
            var stored = await FindItemAsync("saved", id, CancellationToken.None)
                ?? throw new StoreException($"The drawings could not be saved: somebody removes them from the database at {table.Place}.");
            isInLog = ObservationItem.SlotOf(stored) is not null;
            if (stored[ObservationItem.Writer].S != writer)
                outcome = observation.IsSamePlayAs(ObservationItem.Read(stored)) ? AppendOutcome.AlreadyStored : AppendOutcome.Conflict;
        }

        if (outcome != AppendOutcome.Conflict && !isInLog)
            await NoteAsync(id, await _log.ClaimAsync(id, change: null, CancellationToken.None), CancellationToken.None);
        if (outcome == AppendOutcome.Stored && observation.Label is not null)
            await CountAsync();
        return outcome;
    }

    public async Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) =>
        await FindItemAsync("read", id.ToString(), cancellation) is { } item ? ObservationItem.Read(item) : null;

    /// <remarks>Once begun it is not cancelled.</remarks>
    public async Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label.Digit, nameof(label));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Digit, 9, nameof(label));
        cancellation.ThrowIfCancellationRequested();
        var marker = Guid.NewGuid().ToString();
        var before = await ChangeAsync(
            "marked", id, marker, "#digit = :digit, #markedBy = :by, #markedAt = :at, #marker = :change",
            "attribute_exists(#pk) AND (attribute_not_exists(#digit) OR #digit <> :digit)",
            new()
            {
                [":digit"] = DynamoDbTable.Number(label.Digit),
                [":by"] = new(label.By),
                [":at"] = new(ObservationItem.Text(label.Time)),
            });
        if (before is null)
        {
            if (await FindItemAsync("marked", id.ToString(), CancellationToken.None) is not { } item)
                return LabelOutcome.NotFound;
            await CompleteAsync(item, CancellationToken.None);
            return item.GetValueOrDefault(ObservationItem.Marker)?.S == marker ? LabelOutcome.Stored : LabelOutcome.Unchanged;
        }

        if (!before.ContainsKey(ObservationItem.Digit))
            await CountAsync();
        await LogAsync(id.ToString(), marker, CancellationToken.None);
        return LabelOutcome.Stored;
    }

    /// <remarks>Once begun it is not cancelled.</remarks>
    public async Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var marker = Guid.NewGuid().ToString();
        var before = await ChangeAsync(
            "set aside", id, marker, "#excluded = :excluded",
            excluded ? "attribute_exists(#pk) AND (attribute_not_exists(#excluded) OR #excluded = :before)" : "#excluded = :before",
            new() { [":excluded"] = DynamoDbTable.Truth(excluded), [":before"] = DynamoDbTable.Truth(!excluded) });
        if (before is not null)
            await LogAsync(id.ToString(), marker, CancellationToken.None);
        else if (await FindItemAsync("set aside", id.ToString(), CancellationToken.None) is { } item)
            await CompleteAsync(item, CancellationToken.None);
        else
            return false;
        return true;
    }

    // A cursor is the slot up to which all was read.
    public async Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ObservationPage.MaxLimit);
        var last = 0L;
        if (after is not null && !(long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last) && last <= DynamoDbLog.MaxSlot))
            throw new ArgumentException("The cursor is not one that this store gave out.", nameof(after));
        var items = new List<Observation>();
        while (items.Count < limit && await _log.ReadAsync(last, limit - items.Count, cancellation) is [.., var end] slots)
        {
            var appended = slots.Where(slot => slot.Change is null).ToList();
            var found = await FindAllAsync(appended, cancellation);
            foreach (var slot in appended)
            {
                if (!found.TryGetValue(slot.Observation, out var item) || !await IsAtAsync(slot, item, cancellation))
                    continue;
                items.Add(ObservationItem.Read(item));
                await CompleteAsync(item, cancellation);
            }

            last = end.Number;
        }

        return new ObservationPage(items, last > 0 ? last.ToString(CultureInfo.InvariantCulture) : after);
    }

    // A cursor is the slot of the last change read, and the log's name before it.
    public async Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ObservationPage.MaxLimit);
        var name = await _log.FindNameAsync(cancellation);
        var last = ChangeCursor.Read(after, name);
        if (name is null || await _log.ReadAsync(last, limit, cancellation) is not [.., var end] slots)
            return new ObservationPage([], after);
        var found = await FindAllAsync(slots, cancellation);
        // One with a change that is not noted yet is at several slots: in a page the last of them is enough.
        var items = slots.Where(slot => found.TryGetValue(slot.Observation, out var item) && ObservationItem.IsChangedAt(item, slot.Number))
            .Reverse().DistinctBy(slot => slot.Observation).Reverse().Select(slot => ObservationItem.Read(found[slot.Observation])).ToList();
        return new ObservationPage(items, ChangeCursor.Write(name, end.Number));
    }

    public async Task<long> CountLabelledAsync(CancellationToken cancellation) =>
        await table.FindAsync("counted", Counter, cancellation) is { } counter ? long.Parse(counter[Labelled].N, CultureInfo.InvariantCulture) : 0;

    public void Dispose() => _log.Dispose();

    private Task<Item?> FindItemAsync(string purpose, string id, CancellationToken cancellation) => table.FindAsync(purpose, ObservationItem.Key(id), cancellation);

    private async Task<Dictionary<string, Item>> FindAllAsync(IEnumerable<DynamoDbLog.Slot> slots, CancellationToken cancellation) =>
        (await table.FindAllAsync("read", [.. slots.Select(slot => slot.Observation).Distinct().Select(ObservationItem.Key)], cancellation)).ToDictionary(item => item[DynamoDbTable.SortKey].S);

    /// <summary>Changes an observation, on which stands from then on that the log does not have the change.</summary>
    private Task<Item?> ChangeAsync(string purpose, Guid id, string marker, string update, string condition, Item values)
    {
        values[":change"] = new(marker);
        return table.TryUpdateAsync(purpose, ObservationItem.Key(id.ToString()), $"SET {update}, #unlogged = :change", condition, values, CancellationToken.None);
    }

    /// <summary>Gives a change its slot in the log, and notes it. Where there has been another change meanwhile, that one's slot is for both.</summary>
    private async Task LogAsync(string id, string marker, CancellationToken cancellation)
    {
        var slot = await _log.ClaimAsync(id, marker, cancellation);
        await table.TryUpdateAsync(
            "saved", ObservationItem.Key(id), "SET #changed = :slot REMOVE #unlogged", "#unlogged = :change",
            new() { [":slot"] = DynamoDbTable.Number(slot), [":change"] = new(marker) }, cancellation);
    }

    /// <summary>Logs a change that a crash has kept from it; or that somebody is about to log, and then it has two slots, of which readers skip one.</summary>
    private Task CompleteAsync(Item item, CancellationToken cancellation) =>
        item.TryGetValue(ObservationItem.Unlogged, out var change) ? LogAsync(item[DynamoDbTable.SortKey].S, change.S, cancellation) : Task.CompletedTask;

    /// <summary>Whether this slot is the observation's own. Where it has none yet, whoever claimed this one did not get as far as to note it, and it is noted here.</summary>
    private async Task<bool> IsAtAsync(DynamoDbLog.Slot slot, Item item, CancellationToken cancellation) =>
        (ObservationItem.SlotOf(item) ?? await NoteAsync(slot.Observation, slot.Number, cancellation)) == slot.Number;

    /// <summary>Makes a slot the observation's own, if it has none.</summary>
    /// <returns>The slot that it has now; null where somebody has removed the observation.</returns>
    private async Task<long?> NoteAsync(string id, long slot, CancellationToken cancellation)
    {
        var noted = await table.TryUpdateAsync(
            "saved", ObservationItem.Key(id), "SET #slot = :slot", "attribute_exists(#pk) AND attribute_not_exists(#slot)",
            new() { [":slot"] = DynamoDbTable.Number(slot) }, cancellation);
        return noted is not null ? slot : await FindItemAsync("saved", id, cancellation) is { } item ? ObservationItem.SlotOf(item) : null;
    }

    // Sent again after a lost answer it counts twice; see what the interface promises.
    private Task<Item?> CountAsync() => table.TryUpdateAsync("counted", Counter, $"ADD #{Labelled} :one", null, new() { [":one"] = DynamoDbTable.Number(1) }, CancellationToken.None);
}
