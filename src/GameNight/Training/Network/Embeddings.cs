using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Training.Network;

/// <summary>What the last layer of a network sees of images. Safe for concurrent use; holds native memory until disposed.</summary>
public sealed class Embeddings : IDisposable
{
    private readonly OrtSession _session;
    private readonly ModelManifest _manifest;
    private readonly string _output;

    /// <exception cref="InvalidModelException">The model offers no embedding, or ONNX Runtime refuses it.</exception>
    public Embeddings(ModelManifest manifest, byte[] model)
    {
        (_manifest, _output) = (manifest, manifest.Output.Embedding ?? throw new InvalidModelException($"{manifest.Algorithm} version {manifest.Version} offers no embedding."));
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

    /// <summary>How many numbers an embedding has.</summary>
    public int Width { get; }

    /// <summary>One image's.</summary>
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

    /// <summary>Those of many images that are made one by one, each on one of so many threads.</summary>
    /// <param name="count">How many.</param>
    /// <param name="image">Makes one; called from several threads.</param>
    /// <param name="threads">How many at once.</param>
    /// <param name="cancellation">Asked for each image.</param>
    public float[][] Of(int count, Func<int, DigitImage> image, int threads, CancellationToken cancellation)
    {
        var embeddings = new float[count][];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i => embeddings[i] = Of(image(i)));
        return embeddings;
    }

    public void Dispose() => _session.Dispose();
}
