using System.Numerics.Tensors;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Training.Onnx;

namespace GameNight.Training.Network;

/// <summary>
/// The last layer of a network: a linear layer from an embedding to ten logits, and softmax. To fit it alone is a small convex problem.
/// Immutable and safe for concurrent use.
/// </summary>
public sealed class LastLayer
{
    /// <summary>The name of the layer's weights in the networks that ship.</summary>
    internal const string Weight = "network.last.weight";

    private const string Bias = "network.last.bias";

    private readonly double[] _parameters;

    /// <summary>A layer with given parameters.</summary>
    /// <param name="parameters">For each digit its weights, followed by its bias.</param>
    /// <exception cref="ArgumentException">The number of parameters does not fit ten digits.</exception>
    internal LastLayer(double[] parameters)
    {
        if (parameters.Length == 0 || parameters.Length % OnnxClassifier.Digits != 0)
            throw new ArgumentException($"{parameters.Length} parameters are not ten rows of equal length.", nameof(parameters));
        _parameters = parameters;
    }

    /// <summary>The length of an embedding.</summary>
    public int Width => Row - 1;

    internal ReadOnlySpan<double> Parameters => _parameters;

    private int Row => _parameters.Length / OnnxClassifier.Digits;

    /// <summary>Reads the last layer of a network.</summary>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <exception cref="InvalidModelException">The model has no such layer.</exception>
    public static LastLayer Read(byte[] model)
    {
        var (weights, bias) = (OnnxWeights.Read(model, Weight), OnnxWeights.Read(model, Bias));
        if (bias.Length != OnnxClassifier.Digits || weights.Length % bias.Length != 0)
        {
            throw new InvalidModelException(
                $"The last layer has {weights.Length} weights and {bias.Length} biases, which do not fit ten digits.");
        }

        var rows = weights.Chunk(weights.Length / bias.Length).Zip(bias, (row, rowBias) => row.Append(rowBias));
        return new LastLayer([.. rows.SelectMany(row => row).Select(value => (double)value)]);
    }

    /// <summary>A copy of a network with this last layer.</summary>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <exception cref="InvalidModelException">The model has no such layer, or one of another width.</exception>
    public byte[] WriteTo(byte[] model)
    {
        var rows = _parameters.Select(value => (float)value).Chunk(Row).ToList();
        var weighted = OnnxWeights.Replace(model, Weight, [.. rows.SelectMany(row => row[..^1])]);
        return OnnxWeights.Replace(weighted, Bias, [.. rows.Select(row => row[^1])]);
    }

    /// <summary>The logits, the values before softmax: ten for each embedding.</summary>
    /// <param name="embeddings">One embedding after the other.</param>
    public float[] Logits(ReadOnlySpan<float> embeddings)
    {
        var logits = new float[embeddings.Length / Width * OnnxClassifier.Digits];
        Span<double> embedding = stackalloc double[Width];
        for (var i = 0; i < logits.Length; i++)
        {
            if (i % OnnxClassifier.Digits == 0)
                TensorPrimitives.ConvertChecked(embeddings.Slice(i / OnnxClassifier.Digits * Width, Width), embedding);
            var row = _parameters.AsSpan(i % OnnxClassifier.Digits * Row, Row);
            logits[i] = (float)(TensorPrimitives.Dot<double>(row[..^1], embedding) + row[^1]);
        }

        return logits;
    }

    /// <summary>The probabilities of the ten digits.</summary>
    public float[] Predict(ReadOnlySpan<float> embedding)
    {
        var values = Logits(embedding);
        Softmax.Apply(values);
        return values;
    }

    /// <summary>
    /// The layer with its logits divided by a temperature. Above 1, the probabilities are less extreme; the most likely digit stays.
    /// </summary>
    public LastLayer WithTemperature(double temperature) => new(Array.ConvertAll(_parameters, value => value / temperature));
}
