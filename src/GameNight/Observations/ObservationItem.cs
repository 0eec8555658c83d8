using System.Globalization;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations;

/// <summary>An observation as an item of the table: the play packed, and beside it what changes: its label and its slot in the log.</summary>
internal static class ObservationItem
{
    public const string Slot = "slot";
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

    /// <exception cref="ObservationStoreException">It is larger than an item can be.</exception>
    public static Item From(Observation observation, string writer)
    {
        var play = PlayFormat.Pack(observation with { Label = null });
        if (play.Length > MaxPlay)
            throw new ObservationStoreException($"The drawings could not be saved: one takes {play.Length:N0} bytes, and the database keeps at most {MaxPlay:N0} of each.") { IsFinal = true };
        var item = Key(observation.Id.ToString());
        item[Play] = DynamoDbTable.Binary(play);
        item[Writer] = new(writer);
        if (observation.Label is { } label)
        {
            item[Digit] = DynamoDbTable.Number(label.Digit);
            item[MarkedBy] = new(label.By);
            item[MarkedAt] = new(Text(label.Time));
        }

        return item;
    }

    /// <exception cref="ObservationStoreException">Somebody else wrote into the item what is no observation.</exception>
    public static Observation Read(Item item)
    {
        try
        {
            var observation = PlayFormat.Unpack(item[Play].B);
            return item.TryGetValue(Digit, out var digit)
                ? observation with { Label = new Label(int.Parse(digit.N, CultureInfo.InvariantCulture), item[MarkedBy].S, Time(item[MarkedAt].S)) }
                : observation;
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or ObservationStoreException)
        {
            throw new ObservationStoreException($"The item {item[DynamoDbTable.PartitionKey].S} is no observation: {e.Message}", e);
        }
    }

    /// <summary>Null where the observation has none yet.</summary>
    public static long? SlotOf(Item item) => item.TryGetValue(Slot, out var slot) ? long.Parse(slot.N, CultureInfo.InvariantCulture) : null;

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
