using System.Globalization;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using static GameNight.Observations.Store.ObservationFailure;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>
/// Keeps observations in a DynamoDB table that any number of games share. It needs no transactions: each step is one conditional
/// write, and what a crash leaves half done is completed by the next call that reads it: see docs/decisions/dynamodb.md.
/// </summary>
public sealed partial class DynamoDbObservationStore(DynamoDbTable table) : IObservationStore
{
    private const string Labelled = "labelled";

    /// <summary>How many observations a reader completes at a time, where a crash has left them half done.</summary>
    private const int MostRepairs = 50;

    private static readonly Item Counter = DynamoDbTable.Key("counter", Labelled);

    private readonly DynamoDbLog _log = new(table);
    private readonly Turns _appending = new();

    private readonly GroupedWrites<long, long> _counting = new(async more =>
    {
        // Sent again after a lost answer it counts twice, which the contract of CountLabelledAsync allows.
        await table.TryUpdateAsync(
            NotCounted, Counter, $"ADD #{Labelled} :more", null, new() { [":more"] = DynamoDbTable.Number(more.Sum()) },
            CancellationToken.None);
        return more;
    });

    /// <remarks>Once begun it is not cancelled, because an observation is not in the log yet when it is half done.</remarks>
    public async Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // Taken before anything else is awaited: what is appended side by side is in the log in the order in which it was begun.
        using var turn = _appending.Take();
        var id = observation.Id.ToString();
        var writer = Guid.NewGuid().ToString();
        var outcome = AppendOutcome.Stored;
        var isInLog = false;
        if (!await TryPutAsync(observation, writer, turn))
        {
            var stored = await FindItemAsync(NotSaved, id, CancellationToken.None)
                ?? throw new StoreException($"{NotSaved}: they are being removed from the database at {table.Place}.");
            isInLog = ObservationItem.SlotOf(stored) is not null;
            if (stored[ObservationItem.Writer].S != writer)
                outcome = observation.IsSamePlayAs(ObservationItem.Read(stored)) ? AppendOutcome.AlreadyStored : AppendOutcome.Conflict;
        }

        if (outcome != AppendOutcome.Conflict && !isInLog)
        {
            if (!await turn.ComesAsync())
                throw new StoreException($"{NotSaved}: what was to be saved before couldn't be.");
            var claiming = _log.ClaimAsync(observation.Id, isChange: false, CancellationToken.None);
            turn.End();
            await SetSlotAsync(id, await claiming, CancellationToken.None);
        }

        turn.End();

        if (outcome == AppendOutcome.Stored && observation.Label is not null)
            await CountAsync();
        return outcome;
    }

    private async Task<bool> TryPutAsync(Observation observation, string writer, Turns.Turn turn)
    {
        try
        {
            return await table.TryPutAsync(NotSaved, ObservationItem.From(observation, writer), CancellationToken.None);
        }
        catch (StoreException e) when (e.IsFinal)
        {
            // It will never be saved, so nobody has to wait for it.
            turn.End();
            throw;
        }
    }

    public async Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) =>
        await FindItemAsync(NotRead, id.ToString(), cancellation) is { } item ? ObservationItem.Read(item) : null;

    /// <remarks>Once begun it is not cancelled.</remarks>
    public async Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation)
    {
        label.RequireDigit();
        cancellation.ThrowIfCancellationRequested();
        var change = Guid.NewGuid().ToString();
        var before = await ChangeAsync(
            NotMarked, id, change,
            "#digit = :digit, #markedBy = :by, #markedAt = :at, #marker = :change",
            "attribute_exists(#pk) AND (attribute_not_exists(#digit) OR #digit <> :digit)",
            new()
            {
                [":digit"] = DynamoDbTable.Number(label.Digit),
                [":by"] = new(label.By),
                [":at"] = new(IsoTime.Format(label.Time)),
            });
        if (before is null)
        {
            if (await FindItemAsync(NotMarked, id.ToString(), CancellationToken.None) is not { } item)
                return LabelOutcome.NotFound;
            await CompleteAsync(item, CancellationToken.None);
            return item.GetValueOrDefault(ObservationItem.LabelWriter)?.S == change ? LabelOutcome.Stored : LabelOutcome.Unchanged;
        }

        if (!before.ContainsKey(ObservationItem.Digit))
            await CountAsync();
        await LogAsync(id, change, CancellationToken.None);
        return LabelOutcome.Stored;
    }

    /// <remarks>Once begun it is not cancelled.</remarks>
    public async Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var change = Guid.NewGuid().ToString();
        var before = await ChangeAsync(
            NotSetAside, id, change,
            "#excluded = :excluded",
            excluded
                ? "attribute_exists(#pk) AND (attribute_not_exists(#excluded) OR #excluded = :before)"
                : "#excluded = :before",
            new() { [":excluded"] = DynamoDbTable.Truth(excluded), [":before"] = DynamoDbTable.Truth(!excluded) });
        if (before is not null)
            await LogAsync(id, change, CancellationToken.None);
        else if (await FindItemAsync(NotSetAside, id.ToString(), CancellationToken.None) is { } item)
            await CompleteAsync(item, CancellationToken.None);
        else
            return false;
        return true;
    }

    // A cursor is the number of the last slot read.
    public async Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation)
    {
        ObservationPage.RequireLimit(limit);
        var last = 0L;
        var isCursor = after is null
            || (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last) && last <= DynamoDbLog.MaxSlot);
        if (!isCursor)
            throw new ArgumentException("The cursor is not one that this store gave out.", nameof(after));
        var items = new List<Observation>();
        while (items.Count < limit && await _log.ReadAsync(last, limit - items.Count, cancellation) is [.., var end] slots)
        {
            var appended = slots.Where(slot => !slot.IsChange).ToList();
            var found = await FindAllAsync(appended, cancellation);
            foreach (var some in appended.Chunk(MostRepairs))
            {
                var completed = await Task.WhenAll(some.Select(
                    slot => CompleteAsync(slot, found.GetValueOrDefault(slot.Observation), cancellation)));
                items.AddRange(completed.OfType<Observation>());
            }

            last = end.Number;
        }

        return new ObservationPage(items, last > 0 ? last.ToString(CultureInfo.InvariantCulture) : after);
    }

    // A cursor is the log's name and the number of the last slot read.
    public async Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation)
    {
        ObservationPage.RequireLimit(limit);
        var name = await _log.FindNameAsync(cancellation);
        var last = ChangeCursor.Read(after, name);
        if (name is null || await _log.ReadAsync(last, limit, cancellation) is not [.., var end] slots)
            return new ObservationPage([], after);
        var found = await FindAllAsync(slots, cancellation);
        // An observation with an unlogged change is at several slots; one page has it only at the last of them.
        var items = slots
            .Where(slot => found.TryGetValue(slot.Observation, out var item) && ObservationItem.IsChangedAt(item, slot.Number))
            .Reverse().DistinctBy(slot => slot.Observation).Reverse()
            .Select(slot => ObservationItem.Read(found[slot.Observation]))
            .ToList();
        return new ObservationPage(items, ChangeCursor.Write(name, end.Number));
    }

    public async Task<long> CountLabelledAsync(CancellationToken cancellation) =>
        await table.FindAsync(NotCounted, Counter, cancellation) is { } counter
            ? long.Parse(counter[Labelled].N, CultureInfo.InvariantCulture)
            : 0;

    /// <remarks>The slots of the log stay, so that it has no gap; of an observation they hold only the id.</remarks>
    public async Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var (drawings, labelled) = (0L, 0L);
        foreach (var id in ids)
        {
            var before = await table.DeleteAsync(NotDeleted, ObservationItem.Key(id.ToString()), cancellation);
            drawings += before.Count > 0 ? 1 : 0;
            if (!before.ContainsKey(ObservationItem.Digit))
                continue;
            labelled++;
            await CountAsync(-1);
        }

        // Also where there was nothing to delete: a call before this one may have ended halfway.
        await _log.RenameAsync(cancellation);
        return new DeletedCount(drawings, labelled);
    }

    /// <remarks>Once begun it is not cancelled.</remarks>
    public async Task UnlabelAsync(Guid id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var change = Guid.NewGuid().ToString();
        var before = await table.TryUpdateAsync(
            NotDeleted, ObservationItem.Key(id.ToString()),
            "SET #unlogged = :change REMOVE #digit, #markedBy, #markedAt, #marker",
            "attribute_exists(#digit)", new() { [":change"] = new(change) }, CancellationToken.None);
        if (before is null)
            return;
        await CountAsync(-1);
        await LogAsync(id, change, CancellationToken.None);
    }

    /// <summary>A table has no files of ours.</summary>
    public Task PurgeAsync(CancellationToken cancellation) => Task.CompletedTask;

    private Task<Item?> FindItemAsync(string failure, string id, CancellationToken cancellation) =>
        table.FindAsync(failure, ObservationItem.Key(id), cancellation);

    private async Task<Dictionary<Guid, Item>> FindAllAsync(IEnumerable<LogSlot> slots, CancellationToken cancellation)
    {
        var keys = slots.Select(slot => slot.Observation).Distinct().Select(id => ObservationItem.Key(id.ToString())).ToList();
        return (await table.FindAllAsync(NotRead, keys, cancellation)).ToDictionary(IdOf);
    }

    private static Guid IdOf(Item item) => Guid.Parse(item[DynamoDbTable.SortKey].S);
}
