using System.Text;
using Google.Protobuf;

namespace GameNight.Models.Onnx;

/// <summary>Finds the fields of a serialized protobuf message and of its parts, without copying what they contain.</summary>
/// <param name="bytes">The bytes of the outermost message.</param>
/// <param name="maxFields">
/// The most fields that are kept over all parts: a file that is nothing but fields would take many times its size.
/// </param>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal sealed class ProtoFile(byte[] bytes, int maxFields = int.MaxValue)
{
    private int _kept;

    /// <summary>
    /// The ranges of the contents of a field within the bytes, one for each time that a message has the field. Only fields of bytes,
    /// texts and messages are found.
    /// </summary>
    /// <param name="message">The range of the message that has the field.</param>
    /// <param name="field">The number of the field in the message's .proto file.</param>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no such message.</exception>
    /// <exception cref="InvalidModelException">There are more fields than may be kept.</exception>
    public List<Range> Find(Range message, int field) =>
        [.. Keep(Read(message).Where(found => found.Number == field)).Select(found => found.Content).OfType<Range>()];

    /// <summary>All fields of a message.</summary>
    /// <inheritdoc cref="Find"/>
    public IReadOnlyList<ProtoField> ReadAll(Range message) => [.. Keep(Read(message))];

    /// <summary>All fields of a message, in the order of the bytes, each when it is asked for: they do not count as kept.</summary>
    /// <inheritdoc cref="Find"/>
    public IEnumerable<ProtoField> Read(Range message)
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
                case WireFormat.WireType.Fixed32 or WireFormat.WireType.Fixed64:
                    // No integer of ONNX is written so: a parser puts it aside as unknown, and so must who asks for integers.
                    input.SkipLastField();
                    yield return new ProtoField(number, Value: null, Content: null);
                    break;
                case WireFormat.WireType.LengthDelimited:
                    var before = (int)input.Position;
                    input.SkipLastField();
                    var end = (int)input.Position;
                    yield return new ProtoField(number, Value: null, (before + SizeOfLength(before))..end);
                    break;
                default:
                    // Groups, which protobuf gave up long ago and no ONNX message has.
                    throw new InvalidModelException("The model is no ONNX file: it has a field of a kind that ONNX does not know.");
            }
        }
    }

    /// <summary>The numbers of a repeated field of integers, which are written one by one or packed into one field.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no such field.</exception>
    public IEnumerable<long> Integers(ProtoField field)
    {
        if (field.Value is { } single)
            yield return (long)single;
        if (field.Content is not { } packed)
            yield break;
        var (offset, length) = packed.GetOffsetAndLength(bytes.Length);
        using var input = new CodedInputStream(bytes, offset, length);
        while (!input.IsAtEnd)
            yield return input.ReadInt64();
    }

    /// <summary>A copy of a content.</summary>
    public byte[] Copy(Range content) => bytes[content];

    /// <summary>A content that is a text.</summary>
    public string Text(Range content) => Encoding.UTF8.GetString(bytes.AsSpan(content));

    /// <summary>The number of bytes of a content.</summary>
    public int Length(Range content) => content.GetOffsetAndLength(bytes.Length).Length;

    private IEnumerable<ProtoField> Keep(IEnumerable<ProtoField> fields) => fields.Select(field => _kept++ < maxFields
        ? field
        : throw new InvalidModelException($"The model has more than {maxFields:N0} fields."));

    /// <summary>How many bytes the length before a content takes: the last one has its highest bit clear.</summary>
    private int SizeOfLength(int start)
    {
        var end = start;
        while (bytes[end] >= 0x80)
            end++;
        return end - start + 1;
    }
}
