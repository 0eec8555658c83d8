using System.Runtime.InteropServices;

namespace GameNight.Training.Onnx;

/// <summary>
/// Writes an ONNX model node by node: the few messages of onnx.proto (version 1.8, opset 13, ai.onnx.ml 1) that a front end
/// and an ensemble of trees need. Names of values are given by the caller, each once.
/// </summary>
/// <remarks>https://github.com/onnx/onnx/blob/main/onnx/onnx.proto</remarks>
internal sealed class OnnxGraph(string name)
{
    public const string Ml = "ai.onnx.ml";

    private const int Float = 1;
    private const int Int64 = 7;

    private readonly ProtoMessage _graph = new ProtoMessage().Text(2, name);

    /// <summary>A constant of floats, or of whole numbers where an operator wants those.</summary>
    /// <returns>Its name.</returns>
    public string Constant<T>(string name, long[] shape, ReadOnlySpan<T> values) where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("ONNX keeps constants in little-endian order.");
        var type = typeof(T) == typeof(float) ? Float : typeof(T) == typeof(long) ? Int64 : throw new ArgumentException($"A constant is of float or long, not {typeof(T)}.", nameof(values));
        _graph.Message(5, new ProtoMessage().Packed(1, shape).Number(2, type).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values)));
        return name;
    }

    /// <summary>An operation with one output.</summary>
    /// <param name="operation">The operator, which may carry its domain: <c>ai.onnx.ml:TreeEnsembleRegressor</c>.</param>
    /// <param name="inputs">Names of values.</param>
    /// <param name="output">The name of the result.</param>
    /// <param name="attributes">A long, a string, or a list of longs, floats or strings.</param>
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

    /// <summary>The finished model. A dimension of -1 is as long as the batch.</summary>
    public byte[] ToModel(string input, long[] inputShape, string output, long[] outputShape)
    {
        _graph.Message(11, Value(input, inputShape)).Message(12, Value(output, outputShape));
        return new ProtoMessage().Number(1, 8).Text(2, "Game Night with ML!").Message(7, _graph)
            .Message(8, new ProtoMessage().Text(1, "").Number(2, 13))
            .Message(8, new ProtoMessage().Text(1, Ml).Number(2, 1))
            .ToArray();
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
            _ => throw new ArgumentException($"An attribute cannot be {value.GetType()}.", nameof(value)),
        };
    }

    private static ProtoMessage Value(string name, long[] shape)
    {
        var dimensions = new ProtoMessage();
        foreach (var length in shape)
            dimensions.Message(1, length < 0 ? new ProtoMessage().Text(2, "batch") : new ProtoMessage().Number(1, length));
        return new ProtoMessage().Text(1, name).Message(2, new ProtoMessage().Message(1, new ProtoMessage().Number(1, Float).Message(2, dimensions)));
    }
}
