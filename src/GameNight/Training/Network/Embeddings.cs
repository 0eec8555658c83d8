using GameNight.Drawing.Images;
using GameNight.Models;

namespace GameNight.Training.Network;

/// <summary>
/// Computes the embeddings of images, which are the inputs of a network's last layer. Safe for concurrent use. Holds native memory
/// until disposed.
/// </summary>
public sealed class Embeddings : IDisposable
{
    private readonly ImageEncoder _encoder;

    /// <summary>Loads a network.</summary>
    /// <exception cref="InvalidModelException">
    /// The model has no embedding as output, does not take single images, has another last layer, or cannot be loaded.
    /// </exception>
    public Embeddings(ModelManifest manifest, byte[] model)
    {
        var output = manifest.Output.Embedding
            ?? throw new InvalidModelException($"{manifest.Algorithm} version {manifest.Version} offers no embedding.");
        _encoder = new ImageEncoder(manifest, model, output, LastLayer.Read(model).Width);
    }

    /// <summary>The length of an embedding.</summary>
    public int Width => _encoder.Width;

    /// <summary>The embedding of an image.</summary>
    public float[] Of(DigitImage image) => _encoder.Of(image);

    /// <summary>The embeddings of many images.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="image">Returns the image of an index from 0; called on several threads.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Checked for each image.</param>
    public float[][] Of(int count, Func<int, DigitImage> image, int threads, CancellationToken cancellation) =>
        _encoder.Of(count, image, threads, cancellation);

    public void Dispose() => _encoder.Dispose();
}
