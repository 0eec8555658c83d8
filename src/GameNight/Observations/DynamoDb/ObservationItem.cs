using System.Globalization;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>An observation as an item of the table: the play packed, and beside it what changes: its label, whether it counts, and its slots in the log.</summary>
internal static class ObservationItem
{
    public const string Slot = "slot";

    /// <summary>The slot of its last change.</summary>
    public const string Changed = "changed";

    /// <summary>Names the last change while that has no slot which the item notes.</summary>
    public const string Unlogged = "unlogged";

    public const string Excluded = "excluded";
    public const string Digit = "digit";
    public const string MarkedBy = "markedBy";
    public const string MarkedAt = "markedAt";

    /// <summary>Who wrote the play, and who the label: whoever sends again after an answer was lost knows their own.</summary>
    public const string Writer = "writer";

    public const string Marker = "marker";

    /// <summary>An item has at most 400 KB; the rest is for the names, the label and whoever gave it.</summary>
    public const int MaxPlay = 396 * 1024;

    private const string Play = "play";

    public static Item Key(string id) => DynamoDbTable.Key($"observation#{id}", id);

    /// <exception cref="StoreException">It is larger than an item can be.</exception>
    public static Item From(Observation observation, string writer)
    {
        var play = ObservationBinaryFormat.Pack(observation with { Label = null, Excluded = false });
        if (play.Length > MaxPlay)
            throw new StoreException($"The drawings could not be saved: one takes {play.Length:N0} bytes, and the database keeps at most {MaxPlay:N0} of each.") { IsFinal = true };
        var item = Key(observation.Id.ToString());
        item[Play] = DynamoDbTable.Binary(play);
        item[Writer] = new(writer);
        if (observation.Excluded)
            item[Excluded] = DynamoDbTable.Truth(true);
        if (observation.Label is { } label)
        {
            item[Digit] = DynamoDbTable.Number(label.Digit);
            item[MarkedBy] = new(label.By);
            item[MarkedAt] = new(Text(label.Time));
        }

        return item;
    }

    /// <exception cref="StoreException">Somebody else wrote into the item what is no observation.</exception>
    public static Observation Read(Item item)
    {
        try
        {
            var observation = ObservationBinaryFormat.Unpack(item[Play].B) with { Excluded = item.TryGetValue(Excluded, out var excluded) && excluded.BOOL == true };
            return item.TryGetValue(Digit, out var digit)
                ? observation with { Label = new Label(int.Parse(digit.N, CultureInfo.InvariantCulture), item[MarkedBy].S, Time(item[MarkedAt].S)) }
                : observation;
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or StoreException)
        {
            throw new StoreException($"The item {item[DynamoDbTable.PartitionKey].S} is no observation: {e.Message}", e);
        }
    }

    /// <summary>Null where the observation has none yet.</summary>
    public static long? SlotOf(Item item) => NumberIn(item, Slot);

    /// <summary>
    /// Whether a reader of changes is shown it at this slot: at the one that it notes as its last, and, while there is a
    /// change that has not been noted, at every later one.
    /// </summary>
    public static bool IsChangedAt(Item item, long slot)
    {
        var noted = NumberIn(item, Changed) ?? SlotOf(item);
        return noted is null || noted == slot || (noted < slot && item.ContainsKey(Unlogged));
    }

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static long? NumberIn(Item item, string name) => item.TryGetValue(name, out var number) ? long.Parse(number.N, CultureInfo.InvariantCulture) : null;

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
