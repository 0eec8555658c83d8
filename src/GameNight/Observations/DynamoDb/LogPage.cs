using System.Globalization;
using GameNight.Storage.DynamoDb;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>An item of the <see cref="DynamoDbLog"/>: slots that follow each other.</summary>
/// <param name="Slots">In their order, at least one.</param>
/// <param name="Writer">The id of the write that added the last ones; null where it is of an earlier build.</param>
internal sealed record LogPage(IReadOnlyList<LogSlot> Slots, Guid? Writer)
{
    /// <summary>The slots, packed.</summary>
    public const string Entries = "entries";

    /// <summary>How many slots there are.</summary>
    public const string Count = "count";

    /// <summary>The id of the write that added the last slots: a writer whose answer was lost recognises its own write by it.</summary>
    public const string LastWriter = "writer";

    // An item of an earlier build has one observation, and the id of its change.
    private const string Id = "id";
    private const string Change = "change";

    /// <summary>Whether it is of an earlier build, so that it has one slot and gets no more.</summary>
    public bool IsOld => Writer is null;

    /// <summary>Its first slot, which is its sort key.</summary>
    public long Start => Slots[0].Number;

    /// <summary>Its last slot.</summary>
    public long End => Slots[^1].Number;

    public static string Sort(long slot) => slot.ToString("D12", CultureInfo.InvariantCulture);

    public static LogPage Read(Item item)
    {
        var start = long.Parse(item[DynamoDbTable.SortKey].S, CultureInfo.InvariantCulture);
        if (!item.TryGetValue(Entries, out var entries))
            return new LogPage([new LogSlot(start, Guid.Parse(item[Id].S), item.ContainsKey(Change))], Writer: null);
        return new LogPage([.. entries.L.Select((entry, i) => LogSlot.Unpack(start + i, entry))], Guid.Parse(item[LastWriter].S));
    }
}
