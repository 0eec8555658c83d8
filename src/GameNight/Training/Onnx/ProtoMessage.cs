using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Google.Protobuf;

namespace GameNight.Training.Onnx;

/// <summary>One protobuf message, written field by field. The names are those of protobuf's wire format, the numbers those of the message's .proto file.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Neither stream holds anything but memory.")]
internal sealed class ProtoMessage
{
    private readonly MemoryStream _bytes = new();
    private readonly CodedOutputStream _output;

    public ProtoMessage() => _output = new CodedOutputStream(_bytes);

    public ProtoMessage Number(int field, long value)
    {
        _output.WriteTag(field, WireFormat.WireType.Varint);
        _output.WriteInt64(value);
        return this;
    }

    public ProtoMessage Text(int field, string text)
    {
        _output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _output.WriteString(text);
        return this;
    }

    public ProtoMessage Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        _output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _output.WriteBytes(ByteString.CopyFrom(bytes));
        return this;
    }

    public ProtoMessage Message(int field, ProtoMessage message) => Bytes(field, message.ToArray());

    /// <summary>A repeated field in the packed form, which every parser of protobuf takes for the other one as well.</summary>
    public ProtoMessage Packed<T>(int field, IEnumerable<T> values) where T : INumber<T>
    {
        var packed = new ProtoMessage();
        foreach (var value in values)
        {
            if (value is float real)
                packed._output.WriteFloat(real);
            else
                packed._output.WriteInt64(long.CreateChecked(value));
        }

        return Message(field, packed);
    }

    public byte[] ToArray()
    {
        _output.Flush();
        return _bytes.ToArray();
    }
}
