using System.Globalization;
using GameNight.Storage.DynamoDb;
using static GameNight.Observations.Store.ObservationFailure;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>
/// The order of the observations and of their changes: slots 1, 2, 3, … without a gap, each with the id of an observation. A slot is
/// claimed by a write whose condition is that it is free, and only after the slot before it, so that none can appear behind a reader.
/// </summary>
/// <remarks>The slots are spread over partitions, one after the other, so that no partition grows without bound.</remarks>
internal sealed class DynamoDbLog(DynamoDbTable table, int partitionSize = 10_000) : IDisposable
{
    /// <summary>The greatest slot number: as a sort key it has twelve digits.</summary>
    public const long MaxSlot = 999_999_999_999;

    private const string Id = "id";
    private const string Change = "change";
    private const string Name = "log";

    /// <summary>How long the name is taken from memory; another game may have changed it.</summary>
    private static readonly TimeSpan NameAge = TimeSpan.FromSeconds(1);

    // Claims of this process wait for each other here instead of competing for the same slot in the table.
    private readonly SemaphoreSlim _claiming = new(1, 1);
    private (int Generation, long Slot)? _last;
    private volatile LogName? _name;

    /// <summary>
    /// Claims the next slot for an observation. A repetition may claim another one; the caller writes into the observation's item
    /// which of them counts.
    /// </summary>
    /// <param name="id">The observation's id.</param>
    /// <param name="change">The id of a change of it; null for its append.</param>
    /// <param name="cancellation">Leaves open whether a slot was claimed.</param>
    /// <returns>The slot's number.</returns>
    public async Task<long> ClaimAsync(string id, string? change, CancellationToken cancellation)
    {
        await _claiming.WaitAsync(cancellation);
        try
        {
            var generation = table.Generation;
            var last = _last?.Generation == generation ? _last.Value.Slot : (await FindLastAsync(0, cancellation)).Number;
            while (!await table.TryPutAsync(NotSaved, ToItem(new Slot(last + 1, id, change)), cancellation))
            {
                // Another process was first, or the SDK sent this write twice because its answer was lost.
                var end = await FindLastAsync(last, cancellation);
                var isOwn = end.Observation == id && end.Change == change;
                last = isOwn ? end.Number - 1 : end.Number;
                if (isOwn)
                    break;
            }

            last++;
            _last = (generation, last);
            return last;
        }
        finally
        {
            _claiming.Release();
        }
    }

    /// <summary>
    /// The log's own name, which tells it from the log of an earlier table of the same name, and changes when observations are deleted;
    /// null while it has no slot.
    /// </summary>
    public async Task<string?> FindNameAsync(CancellationToken cancellation)
    {
        var generation = table.Generation;
        if (_name is { } known && known.Generation == generation && TimeProvider.System.GetElapsedTime(known.ReadAt) < NameAge)
            return known.Name;
        var readAt = TimeProvider.System.GetTimestamp();
        if (await table.FindAsync(NotRead, First, cancellation) is not { } first)
            return null;
        // A log that an earlier build began has no name; the id of its first observation takes its place.
        _name = new LogName(generation, first.GetValueOrDefault(Name)?.S ?? first[Id].S, readAt);
        return _name.Name;
    }

    /// <summary>Gives the log another name, so that readers of its changes begin anew.</summary>
    public async Task RenameAsync(CancellationToken cancellation)
    {
        await table.TryUpdateAsync(
            NotDeleted, First, $"SET #{Name} = :name", "attribute_exists(#pk)", new() { [":name"] = new(NewName()) }, cancellation);
        _name = null;
    }

    /// <summary>
    /// Reads the slots after a number in their order, at most <paramref name="limit"/>, up to the first that is still free.
    /// </summary>
    public async Task<List<Slot>> ReadAsync(long after, int limit, CancellationToken cancellation)
    {
        var slots = new List<Slot>();
        while (slots.Count < limit)
        {
            var partition = PartitionOf(after + 1);
            foreach (var item in await table.QueryAsync(NotRead, partition, Sort(after), limit - slots.Count, cancellation))
            {
                var slot = ToSlot(item);
                // A query is no snapshot: the slot before this one may have been claimed after the query had passed it.
                if (slot.Number != after + 1)
                    return slots;
                slots.Add(slot);
                after = slot.Number;
            }

            if (PartitionOf(after + 1) == partition)
                break;
        }

        return slots;
    }

    public void Dispose() => _claiming.Dispose();

    /// <summary>Finds the last slot, starting from one that is known to be claimed, with a query for each partition in between.</summary>
    private async Task<Slot> FindLastAsync(long known, CancellationToken cancellation)
    {
        var last = new Slot(known, "", null);
        while (true)
        {
            var partition = PartitionOf(last.Number + 1);
            if (await table.FindLastAsync(NotSaved, partition, cancellation) is not { } item)
                return last;
            last = ToSlot(item);
            if (PartitionOf(last.Number + 1) == partition)
                return last;
        }
    }

    private Item First => DynamoDbTable.Key(PartitionOf(1), Sort(1));

    private static string NewName() => Guid.NewGuid().ToString("N");

    private string PartitionOf(long slot) => string.Create(CultureInfo.InvariantCulture, $"log#{slot / partitionSize:D8}");

    private static string Sort(long slot) => slot.ToString("D12", CultureInfo.InvariantCulture);

    private static Slot ToSlot(Item item) => new(
        long.Parse(item[DynamoDbTable.SortKey].S, CultureInfo.InvariantCulture), item[Id].S, item.GetValueOrDefault(Change)?.S);

    private Item ToItem(Slot slot)
    {
        var item = DynamoDbTable.Key(PartitionOf(slot.Number), Sort(slot.Number));
        item[Id] = new(slot.Observation);
        if (slot.Change is not null)
            item[Change] = new(slot.Change);
        if (slot.Number == 1)
            item[Name] = new(NewName());
        return item;
    }

    /// <param name="Number">From 1.</param>
    /// <param name="Observation">The observation's id.</param>
    /// <param name="Change">The id of the change; null for the append.</param>
    internal readonly record struct Slot(long Number, string Observation, string? Change);

    private sealed record LogName(int Generation, string Name, long ReadAt);
}
