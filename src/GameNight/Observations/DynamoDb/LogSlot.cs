using Amazon.DynamoDBv2.Model;
using GameNight.Storage.DynamoDb;

namespace GameNight.Observations.DynamoDb;

/// <summary>A place in the <see cref="DynamoDbLog"/>.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Observation">The observation's id.</param>
/// <param name="IsChange">Whether it is of a change of it; else of its append.</param>
internal readonly record struct LogSlot(long Number, Guid Observation, bool IsChange)
{
    private const int IdLength = 16;

    /// <summary>What a page has of a slot: the id, and one byte more where it is of a change.</summary>
    public static AttributeValue Pack(Guid observation, bool isChange) =>
        DynamoDbTable.Binary(isChange ? [.. Bytes(observation), 1] : Bytes(observation));

    public static LogSlot Unpack(long number, AttributeValue entry)
    {
        var bytes = entry.B.ToArray();
        return new LogSlot(number, new Guid(bytes.AsSpan(0, IdLength), bigEndian: true), bytes.Length > IdLength);
    }

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);
}
