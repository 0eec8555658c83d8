using System.Text;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Tests.Native;

/// <summary>Writes tiny ONNX models, with the few protobuf fields of onnx.proto that they need.</summary>
internal static class OnnxModel
{
    /// <summary>A model of opset 13 with nodes, constants, inputs and outputs, given in any order.</summary>
    public static byte[] Of(params byte[][] graph) =>
    [
        .. Number(1, 8),
        .. Bytes(8, [.. Text(1, ""), .. Number(2, 13)]),
        .. Bytes(7, [.. graph.SelectMany(part => part), .. Text(2, "tiny")]),
    ];

    public static byte[] Node(string operation, string[] inputs, string[] outputs, params byte[][] attributes) => Bytes(1,
    [
        .. inputs.SelectMany(name => Text(1, name)),
        .. outputs.SelectMany(name => Text(2, name)),
        .. Text(4, operation),
        .. attributes.SelectMany(attribute => attribute),
    ]);

    public static byte[] Attribute(string name, long value) => Bytes(5, [.. Text(1, name), .. Number(3, value), .. Number(20, 2)]);

    public static byte[] Constant(string name, long[] shape, params float[] values) => Bytes(5,
    [
        .. shape.SelectMany(length => Number(1, length)),
        .. Number(2, (int)OrtElementType.Float),
        .. Text(8, name),
        .. Bytes(9, values.SelectMany(BitConverter.GetBytes)),
    ]);

    /// <summary>An input. A dimension is a number, or a name where its length varies by run.</summary>
    public static byte[] Input(string name, OrtElementType type, params object[] shape) => Bytes(11, Value(name, Tensor(type, shape)));

    public static byte[] Output(string name, OrtElementType type, params object[] shape) => Bytes(12, Value(name, Tensor(type, shape)));

    public static byte[] SequenceOutput(string name) =>
        Bytes(12, Value(name, Bytes(4, Bytes(1, Bytes(1, Number(1, (int)OrtElementType.Float))))));

    private static byte[] Value(string name, byte[] type) => [.. Text(1, name), .. Bytes(2, type)];

    private static byte[] Tensor(OrtElementType type, object[] shape) =>
        Bytes(1, [.. Number(1, (int)type), .. Bytes(2, shape.SelectMany(length => Bytes(1, Dimension(length))))]);

    private static byte[] Dimension(object length) => length is string name ? Text(2, name) : Number(1, Convert.ToInt64(length));

    internal static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    internal static byte[] Bytes(int field, IEnumerable<byte> content)
    {
        byte[] bytes = [.. content];
        return [.. Varint((uint)((field << 3) | 2)), .. Varint((ulong)bytes.Length), .. bytes];
    }

    internal static byte[] Number(int field, long value) => [.. Varint((uint)(field << 3)), .. Varint((ulong)value)];

    internal static IEnumerable<byte> Varint(ulong value)
    {
        for (; value > 127; value >>= 7)
            yield return (byte)(value | 128);
        yield return (byte)value;
    }
}
