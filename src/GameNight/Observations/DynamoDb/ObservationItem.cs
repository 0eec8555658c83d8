using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using static GameNight.Observations.Store.ObservationFailure;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Observations.DynamoDb;

/// <summary>
/// Reads and writes an observation as an item of the table: what never changes is one packed attribute; what changes has
/// attributes of its own: the label, the votes, whether it is excluded, and its slots in the <see cref="DynamoDbLog"/>.
/// </summary>
internal static class ObservationItem
{
    /// <summary>The slot of its append.</summary>
    public const string Slot = "slot";

    /// <summary>The slot of its last change that is in the log.</summary>
    public const string Changed = "changed";

    /// <summary>The id of the last change, as long as the item does not have that change's slot.</summary>
    public const string Unlogged = "unlogged";

    public const string Excluded = "excluded";
    public const string Digit = "digit";
    public const string LabelledBy = "markedBy";
    public const string LabelledAt = "markedAt";

    /// <summary>The votes as JSON; a change compares them with what it has read.</summary>
    public const string Votes = "votes";

    /// <summary>The id of the write that made the item: a writer whose answer was lost recognises its own write by it.</summary>
    public const string Writer = "writer";

    /// <summary>The id of the write that set the label.</summary>
    public const string LabelWriter = "marker";

    /// <summary>The most bytes of a packed observation. An item has at most 400 KB, and the other attributes need the rest.</summary>
    public const int MaxPlay = 396 * 1024;

    private const string Play = "play";

    public static Item Key(string id) => DynamoDbTable.Key($"observation#{id}", id);

    /// <exception cref="StoreException">The packed observation has more than <see cref="MaxPlay"/> bytes.</exception>
    public static Item From(Observation observation, string writer)
    {
        var play = ObservationBinaryFormat.Pack(observation with { Label = null, Votes = [], Excluded = false });
        if (play.Length > MaxPlay)
        {
            throw new StoreException(
                $"{NotSaved}: one takes {play.Length:N0} bytes, and the database keeps at most {MaxPlay:N0} of each.")
            {
                IsFinal = true,
            };
        }

        var item = Key(observation.Id.ToString());
        item[Play] = DynamoDbTable.Binary(play);
        item[Writer] = new(writer);
        if (observation.Excluded)
            item[Excluded] = DynamoDbTable.Truth(true);
        if (observation.Votes.Count > 0)
            item[Votes] = Pack(observation.Votes);
        if (observation.Label is { } label)
        {
            item[Digit] = DynamoDbTable.Number(label.Digit);
            item[LabelledBy] = new(label.By);
            item[LabelledAt] = new(IsoTime.Format(label.Time));
        }

        return item;
    }

    /// <exception cref="StoreException">The item is no observation: it was not written by this program.</exception>
    public static Observation Read(Item item)
    {
        try
        {
            return ObservationBinaryFormat.Unpack(item[Play].B) with
            {
                Excluded = item.GetValueOrDefault(Excluded)?.BOOL == true,
                Label = ReadLabel(item),
                Votes = ReadVotes(item),
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or JsonException or StoreException)
        {
            throw new StoreException($"The item {item[DynamoDbTable.PartitionKey].S} is no observation: {e.Message}", e);
        }
    }

    /// <summary>The value of <see cref="Votes"/>.</summary>
    public static AttributeValue Pack(IReadOnlyList<Vote> votes) => new(JsonSerializer.Serialize(votes, JsonSerializerOptions.Web));

    /// <summary>The slot of its append; null where it has none yet.</summary>
    public static long? SlotOf(Item item) => NumberIn(item, Slot);

    /// <summary>
    /// Whether a reader of changes gets the observation at this slot: at the slot of its last change in the log and, while there
    /// is a change that the item has no slot of, at every later one.
    /// </summary>
    public static bool IsChangedAt(Item item, long slot)
    {
        var last = NumberIn(item, Changed) ?? SlotOf(item);
        return last is null || last == slot || (last < slot && item.ContainsKey(Unlogged));
    }

    private static Vote[] ReadVotes(Item item) => item.TryGetValue(Votes, out var votes)
        ? JsonSerializer.Deserialize<Vote[]>(votes.S, JsonSerializerOptions.Web)!
        : [];

    private static Label? ReadLabel(Item item) => item.TryGetValue(Digit, out var digit)
        ? new Label(int.Parse(digit.N, CultureInfo.InvariantCulture), item[LabelledBy].S, IsoTime.Parse(item[LabelledAt].S))
        : null;

    private static long? NumberIn(Item item, string name) =>
        item.TryGetValue(name, out var number) ? long.Parse(number.N, CultureInfo.InvariantCulture) : null;
}
