using System.Numerics.Tensors;
using GameNight.Models;
using GameNight.Training.Onnx;

namespace GameNight.Training.Network;

/// <summary>
/// The layer before the <see cref="LastLayer"/>: a convolution over the whole of its input, which is a fully connected layer, and
/// ReLU. Its input are a network's features, its output is the embedding. Immutable and safe for concurrent use.
/// </summary>
public sealed class HiddenLayer
{
    private readonly float[] _weights;
    private readonly float[] _biases;

    /// <summary>A layer with given parameters.</summary>
    /// <param name="weights">For each number of the embedding a weight for each feature.</param>
    /// <param name="biases">For each number of the embedding its bias.</param>
    /// <exception cref="ArgumentException">The numbers of weights and of biases do not fit each other.</exception>
    internal HiddenLayer(float[] weights, float[] biases)
    {
        if (biases.Length == 0 || weights.Length == 0 || weights.Length % biases.Length != 0)
            throw new ArgumentException($"{weights.Length} weights do not fit {biases.Length} biases.", nameof(weights));
        (_weights, _biases) = (weights, biases);
    }

    /// <summary>The number of features.</summary>
    public int Features => _weights.Length / _biases.Length;

    /// <summary>The length of an embedding.</summary>
    public int Width => _biases.Length;

    internal ReadOnlySpan<float> Weights => _weights;

    internal ReadOnlySpan<float> Biases => _biases;

    /// <summary>Reads the layer before the last of a network.</summary>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <exception cref="InvalidModelException">The model has no such layer.</exception>
    public static HiddenLayer Read(byte[] model)
    {
        var (_, weights, biases) = FindConvolution(model);
        try
        {
            return new HiddenLayer(OnnxWeights.Read(model, weights), OnnxWeights.Read(model, biases));
        }
        catch (ArgumentException e)
        {
            throw new InvalidModelException($"The layer before the last cannot be read: {e.Message}", e);
        }
    }

    /// <summary>A copy of a network that also answers the input of this layer: its features, as [n, <see cref="Features"/>].</summary>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <param name="output">The name of the new output.</param>
    /// <exception cref="InvalidModelException">The model has no such layer.</exception>
    public static byte[] WithFeatures(byte[] model, string output)
    {
        var graph = new OnnxGraph("");
        graph.Node("Flatten", [FindConvolution(model).Input], output, ("axis", 1L));
        return graph.AppendTo(model, output, Read(model).Features);
    }

    /// <summary>A copy of a network with this layer in the place of its own.</summary>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <exception cref="InvalidModelException">The model has no such layer, or one of another size.</exception>
    public byte[] WriteTo(byte[] model)
    {
        var (_, weights, biases) = FindConvolution(model);
        return OnnxWeights.Replace(OnnxWeights.Replace(model, weights, _weights), biases, _biases);
    }

    /// <summary>The embedding of an image.</summary>
    /// <param name="features">The image's features, <see cref="Features"/> numbers.</param>
    public float[] Embed(ReadOnlySpan<float> features)
    {
        var embedding = new float[Width];
        for (var i = 0; i < embedding.Length; i++)
        {
            var row = _weights.AsSpan(i * Features, Features);
            embedding[i] = MathF.Max(0, TensorPrimitives.Dot<float>(row, features) + _biases[i]);
        }

        return embedding;
    }

    /// <summary>Goes back from the last layer: embedding, ReLU, convolution.</summary>
    private static (string Input, string Weights, string Biases) FindConvolution(byte[] model)
    {
        var nodes = OnnxNode.ReadAll(model);
        var last = nodes.FirstOrDefault(node => node.Inputs.Contains(LastLayer.Weight));
        var flatten = Before(last, "Flatten");
        var convolution = Before(Before(flatten, "Relu"), "Conv");
        return convolution?.Inputs is [var input, var weights, var biases]
            ? (input, weights, biases)
            : throw new InvalidModelException("The model has no convolution with ReLU before its last layer.");

        OnnxNode? Before(OnnxNode? node, string operation) =>
            nodes.FirstOrDefault(other => other.Operation == operation && other.Outputs.Any(output => node?.Inputs[0] == output));
    }
}
