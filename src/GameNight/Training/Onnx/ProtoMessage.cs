using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Google.Protobuf;

namespace GameNight.Training.Onnx;

/// <summary>A protobuf message, written field by field. Fields have the numbers of the message's .proto file.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
[SuppressMessage("Design", "CA1001", Justification = "Both streams hold only managed memory.")]
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

    /// <summary>
    /// A repeated field of floats or integers in packed form, which parsers accept in place of the unpacked form.
    /// </summary>
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
