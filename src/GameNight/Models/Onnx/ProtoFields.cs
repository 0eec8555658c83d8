using Google.Protobuf;

namespace GameNight.Models.Onnx;

/// <summary>Finds the fields of a serialized protobuf message, without copying what they contain.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal static class ProtoFields
{
    /// <summary>The most fields of a part of a file that is read as a whole.</summary>
    public const int MaxFields = 100_000;

    /// <summary>
    /// The ranges of the contents of a field within the bytes, one for each time that a message has the field. Only fields of bytes,
    /// texts and messages are found.
    /// </summary>
    /// <param name="bytes">The bytes of the outermost message.</param>
    /// <param name="message">The range of the message that has the field.</param>
    /// <param name="field">The number of the field in the message's .proto file.</param>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no such message.</exception>
    public static List<Range> Find(byte[] bytes, Range message, int field) =>
        [.. Read(bytes, message).Where(found => found.Number == field).Select(found => found.Content).OfType<Range>()];

    /// <summary>All fields of a message that has few of them: a file that is nothing but fields would take many times its size.</summary>
    /// <inheritdoc cref="Find"/>
    /// <exception cref="InvalidModelException">There are more than <see cref="MaxFields"/>.</exception>
    public static IReadOnlyList<ProtoField> ReadAll(byte[] bytes, Range message)
    {
        List<ProtoField> fields = [.. Read(bytes, message).Take(MaxFields + 1)];
        return fields.Count <= MaxFields
            ? fields
            : throw new InvalidModelException($"The model has a part of more than {MaxFields:N0} fields.");
    }

    /// <summary>All fields of a message, in the order of the bytes, each when it is asked for.</summary>
    /// <inheritdoc cref="Find"/>
    public static IEnumerable<ProtoField> Read(byte[] bytes, Range message)
    {
        var (offset, length) = message.GetOffsetAndLength(bytes.Length);
        using var input = new CodedInputStream(bytes, offset, length);
        while (input.ReadTag() is var tag and not 0)
        {
            var number = WireFormat.GetTagFieldNumber(tag);
            switch (WireFormat.GetTagWireType(tag))
            {
                case WireFormat.WireType.Varint:
                    yield return new ProtoField(number, input.ReadUInt64(), Content: null);
                    break;
                case WireFormat.WireType.Fixed32:
                    yield return new ProtoField(number, input.ReadFixed32(), Content: null);
                    break;
                case WireFormat.WireType.Fixed64:
                    yield return new ProtoField(number, input.ReadFixed64(), Content: null);
                    break;
                case WireFormat.WireType.LengthDelimited:
                    var before = (int)input.Position;
                    input.SkipLastField();
                    var end = (int)input.Position;
                    yield return new ProtoField(number, Value: 0, (before + SizeOfLength(bytes, before))..end);
                    break;
                default:
                    // Groups, which protobuf gave up long ago and no ONNX message has.
                    throw new InvalidModelException("The model is no ONNX file: it has a field of a kind that ONNX does not know.");
            }
        }
    }

    /// <summary>The numbers of a repeated field of integers, which are written one by one or packed into one field.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no such field.</exception>
    public static IEnumerable<long> Integers(byte[] bytes, ProtoField field)
    {
        if (field.Content is not { } packed)
        {
            yield return (long)field.Value;
            yield break;
        }

        var (offset, length) = packed.GetOffsetAndLength(bytes.Length);
        using var input = new CodedInputStream(bytes, offset, length);
        while (!input.IsAtEnd)
            yield return input.ReadInt64();
    }

    /// <summary>How many bytes the length before a content takes: the last one has its highest bit clear.</summary>
    private static int SizeOfLength(byte[] bytes, int start)
    {
        var end = start;
        while (bytes[end] >= 0x80)
            end++;
        return end - start + 1;
    }
}
