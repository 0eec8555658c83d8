using System.Numerics.Tensors;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Onnx;

namespace GameNight.Training.Network;

/// <summary>
/// The part of a network that answers: ten weighted sums of an embedding, and softmax. All before it stays as it is, so that
/// learning is a small convex problem. Immutable; safe for concurrent use.
/// </summary>
public sealed class LastLayer
{
    /// <summary>The names of its two constants in the networks that ship.</summary>
    private const string Weight = "network.last.weight";
    private const string Bias = "network.last.bias";

    private readonly double[] _parameters;

    /// <param name="parameters">For each digit its weights and, last, its bias.</param>
    internal LastLayer(double[] parameters)
    {
        if (parameters.Length == 0 || parameters.Length % OnnxClassifier.Digits != 0)
            throw new ArgumentException($"{parameters.Length} numbers are no layer of ten digits.", nameof(parameters));
        _parameters = parameters;
    }

    /// <summary>How many numbers an embedding has.</summary>
    public int Width => Row - 1;

    internal ReadOnlySpan<double> Parameters => _parameters;

    private int Row => _parameters.Length / OnnxClassifier.Digits;

    /// <summary>The last layer of a network.</summary>
    /// <exception cref="InvalidModelException">The model has no such layer.</exception>
    public static LastLayer Read(byte[] model)
    {
        var (weights, bias) = (OnnxWeights.Read(model, Weight), OnnxWeights.Read(model, Bias));
        if (bias.Length != OnnxClassifier.Digits || weights.Length % bias.Length != 0)
            throw new InvalidModelException($"The last layer has {weights.Length} weights and {bias.Length} biases, which do not fit ten digits.");
        return new LastLayer([.. weights.Chunk(weights.Length / bias.Length).Zip(bias, (row, own) => row.Append(own)).SelectMany(row => row).Select(value => (double)value)]);
    }

    /// <summary>The same network with this last layer.</summary>
    /// <exception cref="InvalidModelException">The model has no such layer, or one of another width.</exception>
    public byte[] WriteTo(byte[] model)
    {
        var rows = _parameters.Select(value => (float)value).Chunk(Row).ToList();
        return OnnxWeights.Replace(OnnxWeights.Replace(model, Weight, [.. rows.SelectMany(row => row[..^1])]), Bias, [.. rows.Select(row => row[^1])]);
    }

    /// <summary>The sums before softmax, ten for each embedding.</summary>
    /// <param name="embeddings">Row by row.</param>
    public float[] Scores(ReadOnlySpan<float> embeddings)
    {
        var scores = new float[embeddings.Length / Width * OnnxClassifier.Digits];
        Span<double> embedding = stackalloc double[Width];
        for (var i = 0; i < scores.Length; i++)
        {
            if (i % OnnxClassifier.Digits == 0)
                TensorPrimitives.ConvertChecked(embeddings.Slice(i / OnnxClassifier.Digits * Width, Width), embedding);
            var row = _parameters.AsSpan(i % OnnxClassifier.Digits * Row, Row);
            scores[i] = (float)(TensorPrimitives.Dot<double>(row[..^1], embedding) + row[^1]);
        }

        return scores;
    }

    /// <summary>The probabilities of the ten digits.</summary>
    public float[] Predict(ReadOnlySpan<float> embedding)
    {
        var scores = Scores(embedding);
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.SoftMax<float>(scores, scores);
        return scores;
    }

    /// <summary>As sure as a temperature says: above 1 less sure. What it answers stays.</summary>
    public LastLayer At(double temperature) => new(Array.ConvertAll(_parameters, value => value / temperature));
}
