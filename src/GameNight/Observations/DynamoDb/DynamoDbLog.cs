using System.Globalization;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using static GameNight.Observations.Store.ObservationFailure;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>
/// The order of the observations and of their changes: slots 1, 2, 3, … without a gap, each with the id of an observation. They lie in
/// pages, and a slot is claimed by adding to the last page, or to a new one once that is full, so that none can appear behind a reader.
/// </summary>
/// <remarks>
/// Any number of games add to the same page, each some slots at once, and none has to try again because another was quicker. The numbers
/// at which pages end are fixed, so that a reader knows where to look for the page of its cursor. The pages are spread over partitions, one
/// after the other, so that no partition grows without bound.
/// </remarks>
internal sealed class DynamoDbLog
{
    /// <summary>The greatest slot number: as a sort key it has twelve digits.</summary>
    public const long MaxSlot = 999_999_999_999;

    private const string Name = "log";

    /// <summary>How long the name is taken from memory; another game may have changed it.</summary>
    private static readonly TimeSpan NameAge = TimeSpan.FromSeconds(1);

    private readonly DynamoDbTable _table;
    private readonly int _partitionSize;
    private readonly int _pageSize;
    private readonly GroupedWrites<(Guid Id, bool IsChange), long> _claims;

    // The page to which the next claim adds, as far as this process knows.
    private (int Generation, long Start, int Count)? _open;
    private volatile LogName? _name;

    /// <param name="table">The table.</param>
    /// <param name="partitionSize">How many slots lie in a partition. Never to be changed.</param>
    /// <param name="pageSize">
    /// The most slots in an item: as many as fit into a kilobyte, which is what the cheapest write pays for. The partition size is a
    /// multiple. It can be changed to a multiple of what it was.
    /// </param>
    public DynamoDbLog(DynamoDbTable table, int partitionSize = 10_000, int pageSize = 50)
    {
        (_table, _partitionSize, _pageSize) = (table, partitionSize, pageSize);
        _claims = new(ClaimAsync);
    }

    /// <summary>
    /// Claims the next slot for an observation, together with what else this process claims meanwhile. A repetition claims another one;
    /// the caller writes into the observation's item which of them counts.
    /// </summary>
    /// <param name="id">The observation's id.</param>
    /// <param name="isChange">Whether it is for a change; else for its append.</param>
    /// <param name="cancellation">Ends the waiting; the slot is claimed nevertheless.</param>
    /// <returns>The slot's number.</returns>
    public Task<long> ClaimAsync(Guid id, bool isChange, CancellationToken cancellation) =>
        _claims.WriteAsync((id, isChange), cancellation);

    /// <summary>
    /// The log's own name, which tells it from the log of an earlier table of the same name, and changes when observations are deleted;
    /// null while it has no slot.
    /// </summary>
    public async Task<string?> FindNameAsync(CancellationToken cancellation)
    {
        var generation = _table.Generation;
        if (_name is { } known && known.Generation == generation && TimeProvider.System.GetElapsedTime(known.ReadAt) < NameAge)
            return known.Name;
        var readAt = TimeProvider.System.GetTimestamp();
        if (await _table.FindAsync(NotRead, Key(1), cancellation) is not { } first)
            return null;
        // A log that an earlier build began has no name; the id of its first observation takes its place.
        _name = new LogName(generation, first.GetValueOrDefault(Name)?.S ?? LogPage.Read(first).Slots[0].Observation.ToString(), readAt);
        return _name.Name;
    }

    /// <summary>Gives the log another name, so that readers of its changes begin anew.</summary>
    public async Task RenameAsync(CancellationToken cancellation)
    {
        await _table.TryUpdateAsync(
            NotDeleted, Key(1), $"SET #{Name} = :name", "attribute_exists(#pk)", new() { [":name"] = new(NewName()) }, cancellation);
        _name = null;
    }

    /// <summary>
    /// Reads the slots after a number in their order, at most <paramref name="limit"/>, up to the first that is still free.
    /// </summary>
    public async Task<List<LogSlot>> ReadAsync(long after, int limit, CancellationToken cancellation)
    {
        var slots = new List<LogSlot>();
        // The page of the first slot may have begun before it, but not before the last number at which a page ends.
        var (seen, next, isOld) = (Math.Max(0, after - ((after + 1) % _pageSize)), after + 1, false);
        while (slots.Count < limit)
        {
            var (partition, missing) = (PartitionOf(next), limit - slots.Count);
            var most = isOld ? missing : (missing / _pageSize) + 2;
            var items = await _table.QueryAsync(NotRead, partition, LogPage.Sort(seen), most, cancellation);
            foreach (var page in items.Select(LogPage.Read))
            {
                // A query is no snapshot: slots before this page may have been claimed after the query had passed them.
                if (page.Start > next)
                    return slots;
                slots.AddRange(page.Slots.SkipWhile(slot => slot.Number < next));
                (seen, next, isOld) = (page.Start, Math.Max(next, page.End + 1), page.IsOld);
            }

            if (items.Count < most && PartitionOf(next) == partition)
                break;
        }

        return slots.Count <= limit ? slots : slots[..limit];
    }

    /// <summary>Claims as many slots as the open page has left, for the first of the entries.</summary>
    private async Task<IReadOnlyList<long>> ClaimAsync(IReadOnlyList<(Guid Id, bool IsChange)> entries)
    {
        var (generation, writer) = (_table.Generation, Guid.NewGuid());
        var (start, count) = _open is { } open && open.Generation == generation
            ? (open.Start, open.Count)
            : After(await FindLastAsync(1));
        while (true)
        {
            var room = _pageSize - (int)(start % _pageSize);
            var own = entries.Take(room - count).ToList();
            var before = await TryAddAsync(start, count, room - own.Count, own, writer);
            if (before is null)
            {
                // Others have filled the page, or the SDK sent this write twice because its answer was lost.
                var last = await FindLastAsync(start);
                (start, count) = After(last);
                if (last?.Writer != writer)
                    continue;
                (start, before) = (last.Start, last.Slots.Count - own.Count);
            }

            var first = start + before.Value;
            (start, count) = After(start, before.Value + own.Count, isFull: false);
            _open = (generation, start, count);
            return [.. own.Select((_, i) => first + i)];
        }
    }

    /// <summary>Adds entries to a page, if it has enough room.</summary>
    /// <param name="start">The page's first slot.</param>
    /// <param name="count">How many slots it has at least: where any, it is not made anew.</param>
    /// <param name="most">How many slots it may have before.</param>
    /// <param name="entries">What is added.</param>
    /// <param name="writer">The id of the write.</param>
    /// <returns>How many slots it had before; null where they were too many, or this is the write that added the last ones.</returns>
    private async Task<int?> TryAddAsync(long start, int count, int most, List<(Guid Id, bool IsChange)> entries, Guid writer)
    {
        var update = $"SET #{LogPage.Entries} = list_append(if_not_exists(#{LogPage.Entries}, :none), :entries), "
            + $"#{LogPage.Count} = if_not_exists(#{LogPage.Count}, :zero) + :more, #{LogPage.LastWriter} = :writer";
        var condition = $"#{LogPage.Count} <= :most AND #{LogPage.LastWriter} <> :writer";
        var values = new Item
        {
            [":none"] = new() { L = [], IsLSet = true },
            [":zero"] = DynamoDbTable.Number(0),
            [":entries"] = new() { L = [.. entries.Select(entry => LogSlot.Pack(entry.Id, entry.IsChange))] },
            [":more"] = DynamoDbTable.Number(entries.Count),
            [":writer"] = new(writer.ToString("N")),
            [":most"] = DynamoDbTable.Number(most),
        };
        if (start == 1)
        {
            update += $", #{Name} = if_not_exists(#{Name}, :name)";
            values[":name"] = new(NewName());
        }

        var before = await _table.TryUpdateAsync(
            NotSaved, Key(start), update, count > 0 ? condition : $"attribute_not_exists(#pk) OR ({condition})", values,
            CancellationToken.None);
        return before is null ? null : before.GetValueOrDefault(LogPage.Entries)?.L?.Count ?? 0;
    }

    /// <summary>Finds the last page, starting from a slot before its end, with a query for each partition in between.</summary>
    private async Task<LogPage?> FindLastAsync(long known)
    {
        for (var (last, next) = ((LogPage?)null, known); ;)
        {
            var partition = PartitionOf(next);
            if (await _table.FindLastAsync(NotSaved, partition, CancellationToken.None) is not { } item)
                // Where nothing is left of what this process knew, the table was made anew.
                return last is null && known > 1 ? await FindLastAsync(1) : last;
            last = LogPage.Read(item);
            next = After(last).Start;
            if (PartitionOf(next) == partition)
                return last;
        }
    }

    /// <summary>Where the next slot is to be claimed: the page's first slot, and how many are taken.</summary>
    private (long Start, int Count) After(LogPage? last) =>
        last is null ? (1, 0) : After(last.Start, last.Slots.Count, isFull: last.IsOld);

    private (long Start, int Count) After(long start, int count, bool isFull) =>
        isFull || (start + count) % _pageSize == 0 ? (start + count, 0) : (start, count);

    private static string NewName() => Guid.NewGuid().ToString("N");

    private Item Key(long slot) => DynamoDbTable.Key(PartitionOf(slot), LogPage.Sort(slot));

    private string PartitionOf(long slot) => string.Create(CultureInfo.InvariantCulture, $"log#{slot / _partitionSize:D8}");

    private sealed record LogName(int Generation, string Name, long ReadAt);
}
