using System.Globalization;
using Amazon.DynamoDBv2.Model;
using GameNight.Storage.DynamoDb;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>An item of the <see cref="DynamoDbLog"/>: slots that follow each other.</summary>
/// <param name="Slots">In their order, at least one.</param>
/// <param name="Writer">The id of the write that added the last ones; null where it is of an earlier build.</param>
internal sealed record LogPage(IReadOnlyList<LogPage.Slot> Slots, Guid? Writer)
{
    /// <summary>What the slots hold: a list of ids, each with one byte more where the slot is of a change.</summary>
    public const string Entries = "entries";

    /// <summary>How many slots there are.</summary>
    public const string Count = "count";

    /// <summary>The id of the write that added the last slots: a writer whose answer was lost recognises its own write by it.</summary>
    public const string LastWriter = "writer";

    // An item of an earlier build has one observation, and the id of its change.
    private const string Id = "id";
    private const string Change = "change";

    private const int IdLength = 16;

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
            return new LogPage([new Slot(start, Guid.Parse(item[Id].S), item.ContainsKey(Change))], Writer: null);
        return new LogPage(
            [.. entries.L.Select((entry, i) => ReadSlot(start + i, entry.B.ToArray()))],
            new Guid(item[LastWriter].B.ToArray(), bigEndian: true));
    }

    /// <summary>The entry of a slot.</summary>
    public static AttributeValue Pack(Guid observation, bool isChange) =>
        DynamoDbTable.Binary(isChange ? [.. Bytes(observation), 1] : Bytes(observation));

    public static AttributeValue Pack(Guid writer) => DynamoDbTable.Binary(Bytes(writer));

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static Slot ReadSlot(long number, byte[] entry) =>
        new(number, new Guid(entry.AsSpan(0, IdLength), bigEndian: true), entry.Length > IdLength);

    /// <param name="Number">From 1.</param>
    /// <param name="Observation">The observation's id.</param>
    /// <param name="IsChange">Whether it is of a change of it; else of its append.</param>
    internal readonly record struct Slot(long Number, Guid Observation, bool IsChange);
}
