using Google.Protobuf;

namespace GameNight.Training.Onnx;

/// <summary>Finds the fields of a serialized protobuf message, without reading the rest.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal static class ProtoFields
{
    /// <summary>
    /// The ranges of the contents of a field within the bytes, one for each time that a message has the field. Only fields of bytes,
    /// texts and messages are found.
    /// </summary>
    /// <param name="bytes">The bytes of the outermost message.</param>
    /// <param name="message">The range of the message that has the field.</param>
    /// <param name="field">The number of the field in the message's .proto file.</param>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no such message.</exception>
    public static List<Range> Find(byte[] bytes, Range message, int field)
    {
        var (offset, length) = message.GetOffsetAndLength(bytes.Length);
        using var input = new CodedInputStream(bytes, offset, length);
        var found = new List<Range>();
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
            {
                input.SkipLastField();
                continue;
            }

            var size = input.ReadBytes().Length;
            var end = (int)input.Position;
            if (WireFormat.GetTagFieldNumber(tag) == field)
                found.Add((end - size)..end);
        }

        return found;
    }
}
