using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Training.Network;

/// <summary>
/// Computes the embeddings of images, which are the inputs of a network's last layer. Safe for concurrent use. Holds native memory
/// until disposed.
/// </summary>
public sealed class Embeddings : IDisposable
{
    private readonly OrtSession _session;
    private readonly ModelManifest _manifest;
    private readonly string _output;

    /// <summary>Loads a network.</summary>
    /// <exception cref="InvalidModelException">
    /// The model has no embedding as output, does not take single images, has another last layer, or cannot be loaded.
    /// </exception>
    public Embeddings(ModelManifest manifest, byte[] model)
    {
        _manifest = manifest;
        _output = manifest.Output.Embedding
            ?? throw new InvalidModelException($"{manifest.Algorithm} version {manifest.Version} offers no embedding.");
        if (manifest.Input is not { Layout: ModelLayout.Nchw, Batch: null })
            throw new InvalidModelException($"{manifest.Algorithm} version {manifest.Version} takes no single images as [n, 1, 28, 28].");
        Width = LastLayer.Read(model).Width;
        try
        {
            _session = OrtSession.Load(model);
        }
        catch (OrtException e)
        {
            throw new InvalidModelException($"ONNX Runtime refuses the model: {e.Message}", e);
        }
    }

    /// <summary>The length of an embedding.</summary>
    public int Width { get; }

    /// <summary>The embedding of an image.</summary>
    public float[] Of(DigitImage image)
    {
        Span<float> values = stackalloc float[DigitImage.Length];
        TensorPrimitives.ConvertChecked(image.Pixels, values);
        TensorPrimitives.Multiply(values, (float)_manifest.Input.Scale, values);
        TensorPrimitives.Add(values, (float)_manifest.Input.Offset, values);
        var embedding = new float[Width];
        _session.Run(_manifest.Input.Name, values, [1, 1, DigitImage.Side, DigitImage.Side], _output, embedding);
        return embedding;
    }

    /// <summary>The embeddings of many images.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="image">Returns the image of an index from 0; called on several threads.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Checked for each image.</param>
    public float[][] Of(int count, Func<int, DigitImage> image, int threads, CancellationToken cancellation)
    {
        var embeddings = new float[count][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, count, options, i => embeddings[i] = Of(image(i)));
        return embeddings;
    }

    public void Dispose() => _session.Dispose();
}
