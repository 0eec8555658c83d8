using System.Runtime.InteropServices;

namespace GameNight.Training.Onnx;

/// <summary>
/// Writes an ONNX model node by node (IR version 8, opset 13, ai.onnx.ml 1), with the few messages of onnx.proto that an ensemble of
/// trees and its features need. The caller names all values and uses each name once.
/// </summary>
/// <param name="name">The name of the graph; empty for nodes that are to be appended to another.</param>
/// <remarks>https://github.com/onnx/onnx/blob/main/onnx/onnx.proto</remarks>
internal sealed class OnnxGraph(string name)
{
    /// <summary>The domain of the operators for classical machine learning.</summary>
    public const string Ml = "ai.onnx.ml";

    private const int Float = 1;
    private const int Int64 = 7;

    private readonly ProtoMessage _graph = name.Length == 0 ? new ProtoMessage() : new ProtoMessage().Text(2, name);

    /// <summary>Adds a constant of floats or longs.</summary>
    /// <returns><paramref name="name"/>.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is another type.</exception>
    public string Constant<T>(string name, long[] shape, ReadOnlySpan<T> values) where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("ONNX stores constants in little-endian order, which this processor does not use.");
        var type = typeof(T) == typeof(float) ? Float
            : typeof(T) == typeof(long) ? Int64
            : throw new ArgumentException($"A constant is of float or long, not {typeof(T)}.", nameof(values));
        _graph.Message(5, new ProtoMessage().Packed(1, shape).Number(2, type).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values)));
        return name;
    }

    /// <summary>Adds a node with one output.</summary>
    /// <param name="operation">The operator, perhaps with its domain, such as <c>ai.onnx.ml:TreeEnsembleRegressor</c>.</param>
    /// <param name="inputs">The names of the inputs.</param>
    /// <param name="output">The name of the output.</param>
    /// <param name="attributes">Each a long, a string, or a list of longs, floats or strings.</param>
    /// <returns><paramref name="output"/>.</returns>
    public string Node(string operation, string[] inputs, string output, params (string Name, object Value)[] attributes)
    {
        var node = new ProtoMessage();
        foreach (var input in inputs)
            node.Text(1, input);
        node.Text(2, output);
        var parts = operation.Split(':');
        node.Text(4, parts[^1]);
        foreach (var (attribute, value) in attributes)
            node.Message(5, Attribute(attribute, value));
        if (parts.Length > 1)
            node.Text(7, parts[0]);
        _graph.Message(1, node);
        return output;
    }

    /// <summary>
    /// The bytes of the model, with one input and one output of floats. A dimension of -1 has the length of the batch.
    /// </summary>
    public byte[] ToModel(string input, long[] inputShape, string output, long[] outputShape)
    {
        _graph.Message(11, Value(input, inputShape)).Message(12, Value(output, outputShape));
        return new ProtoMessage().Number(1, 8).Text(2, "Game Night with ML!").Message(7, _graph)
            .Message(8, new ProtoMessage().Text(1, "").Number(2, 13))
            .Message(8, new ProtoMessage().Text(1, Ml).Number(2, 1))
            .ToArray();
    }

    /// <summary>
    /// Adds the nodes to a model, and a value of [n, <paramref name="width"/>] that they write to its outputs. Nothing in the model
    /// changes: bytes that follow a serialized message are merged with it, and lists become longer.
    /// </summary>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <param name="output">The name of the value.</param>
    /// <param name="width">Its numbers for each image.</param>
    public byte[] AppendTo(byte[] model, string output, int width)
    {
        _graph.Message(12, Value(output, [-1, width]));
        return [.. model, .. new ProtoMessage().Message(7, _graph).ToArray()];
    }

    private static ProtoMessage Attribute(string name, object value)
    {
        var attribute = new ProtoMessage().Text(1, name);
        return value switch
        {
            long number => attribute.Number(3, number).Number(20, 2),
            string text => attribute.Text(4, text).Number(20, 3),
            IEnumerable<float> numbers => attribute.Packed(7, numbers).Number(20, 6),
            IEnumerable<long> numbers => attribute.Packed(8, numbers).Number(20, 7),
            IEnumerable<string> texts => texts.Aggregate(attribute, (list, text) => list.Text(9, text)).Number(20, 8),
            _ => throw new ArgumentException($"The attribute {name} cannot be of {value.GetType()}.", nameof(value)),
        };
    }

    private static ProtoMessage Value(string name, long[] shape)
    {
        var dimensions = new ProtoMessage();
        foreach (var length in shape)
            dimensions.Message(1, length < 0 ? new ProtoMessage().Text(2, "batch") : new ProtoMessage().Number(1, length));
        var type = new ProtoMessage().Message(1, new ProtoMessage().Number(1, Float).Message(2, dimensions));
        return new ProtoMessage().Text(1, name).Message(2, type);
    }
}
