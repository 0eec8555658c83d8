using System.Globalization;
using GameNight.Storage.DynamoDb;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>
/// The order of the observations and of their changes: slots 1, 2, 3, … without a gap, each with the id of an observation.
/// A slot is claimed once, on the condition that nobody has it, and only after the one before it; so none can appear behind a reader.
/// </summary>
/// <remarks>Slots lie in partitions, one after the other, so that the log grows without end.</remarks>
internal sealed class DynamoDbLog(DynamoDbTable table, int partitionSize = 10_000) : IDisposable
{
    /// <summary>A slot has twelve digits.</summary>
    public const long MaxSlot = 999_999_999_999;

    private const string Id = "id";
    private const string Change = "change";
    private const string Name = "log";

    // Those of this process wait for each other here, and not by claiming the same slot.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (int Generation, long Slot)? _last;
    private volatile Named? _name;

    /// <summary>Gives an observation the next slot. It may get several when it is asked for again; the first that it notes is its own.</summary>
    /// <param name="id">The observation's.</param>
    /// <param name="change">Which change of it this is; null for its append.</param>
    /// <param name="cancellation">Leaves open whether it has a slot.</param>
    public async Task<long> ClaimAsync(string id, string? change, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var generation = table.Generation;
            var last = _last?.Generation == generation ? _last.Value.Slot : (await FindLastAsync(0, cancellation)).Number;
            while (!await table.TryPutAsync("saved", ToItem(new Slot(last + 1, id, change)), cancellation))
            {
                // Another node was there first, or this was sent twice because its answer got lost.
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
            _turn.Release();
        }
    }

    /// <summary>What sets this log apart from one in another table that had the same name before; null while it has no slot.</summary>
    public async Task<string?> FindNameAsync(CancellationToken cancellation)
    {
        var generation = table.Generation;
        if (_name is { } known && known.Generation == generation)
            return known.Name;
        if (await table.FindAsync("read", DynamoDbTable.Key(PartitionOf(1), Sort(1)), cancellation) is not { } first)
            return null;
        // A log that was begun before logs had names goes by its first observation.
        _name = new Named(generation, first.GetValueOrDefault(Name)?.S ?? first[Id].S);
        return _name.Name;
    }

    /// <summary>The slots after one, up to the first that is not there yet.</summary>
    public async Task<List<Slot>> ReadAsync(long after, int limit, CancellationToken cancellation)
    {
        var slots = new List<Slot>();
        while (slots.Count < limit)
        {
            var partition = PartitionOf(after + 1);
            foreach (var item in await table.QueryAsync("read", partition, Sort(after), limit - slots.Count, cancellation))
            {
                var slot = ToSlot(item);
                // One query is no snapshot: the slot before this one may have been claimed just behind it.
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

    public void Dispose() => _turn.Dispose();

    /// <summary>The end of the log, from a slot that is known to be claimed; it takes a query for each partition on the way.</summary>
    private async Task<Slot> FindLastAsync(long known, CancellationToken cancellation)
    {
        var last = new Slot(known, "", null);
        while (true)
        {
            var partition = PartitionOf(last.Number + 1);
            if (await table.FindLastAsync("saved", partition, cancellation) is not { } item)
                return last;
            last = ToSlot(item);
            if (PartitionOf(last.Number + 1) == partition)
                return last;
        }
    }

    private string PartitionOf(long slot) => string.Create(CultureInfo.InvariantCulture, $"log#{slot / partitionSize:D8}");

    private static string Sort(long slot) => slot.ToString("D12", CultureInfo.InvariantCulture);

    private static Slot ToSlot(Item item) => new(long.Parse(item[DynamoDbTable.SortKey].S, CultureInfo.InvariantCulture), item[Id].S, item.GetValueOrDefault(Change)?.S);

    private Item ToItem(Slot slot)
    {
        var item = DynamoDbTable.Key(PartitionOf(slot.Number), Sort(slot.Number));
        item[Id] = new(slot.Observation);
        if (slot.Change is not null)
            item[Change] = new(slot.Change);
        if (slot.Number == 1)
            item[Name] = new(Guid.NewGuid().ToString("N"));
        return item;
    }

    /// <param name="Number">From 1.</param>
    /// <param name="Observation">Its id.</param>
    /// <param name="Change">Which change of it; null for its append.</param>
    internal readonly record struct Slot(long Number, string Observation, string? Change);

    private sealed record Named(int Generation, string Name);
}
