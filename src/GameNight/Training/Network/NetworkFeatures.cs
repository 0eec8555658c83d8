using GameNight.Drawing.Images;
using GameNight.Models;

namespace GameNight.Training.Network;

/// <summary>
/// Computes the features of images: what a network has made of them before its last two layers. The embedding follows from them by
/// the <see cref="Hidden"/> layer alone. Safe for concurrent use. Holds native memory until disposed.
/// </summary>
public sealed class NetworkFeatures : IDisposable
{
    private readonly ImageEncoder _encoder;

    /// <summary>Loads a network.</summary>
    /// <exception cref="InvalidModelException">
    /// The manifest names no features, the model has none as output or does not take single images, has other last layers, or cannot
    /// be loaded.
    /// </exception>
    public NetworkFeatures(ModelManifest manifest, byte[] model)
    {
        var output = manifest.Output.Features
            ?? throw new InvalidModelException($"{manifest.Algorithm} version {manifest.Version} offers no features.");
        Hidden = HiddenLayer.Read(model);
        _encoder = new ImageEncoder(manifest, model, output, Hidden.Features);
    }

    /// <summary>The network's layer that makes embeddings of features.</summary>
    public HiddenLayer Hidden { get; }

    /// <summary>The number of features of an image.</summary>
    public int Width => _encoder.Width;

    /// <summary>The features of an image; none is negative.</summary>
    public float[] Of(DigitImage image) => _encoder.Of(image);

    /// <summary>The features of many images.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="image">Returns the image of an index from 0; called on several threads.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Checked for each image.</param>
    public float[][] Of(int count, Func<int, DigitImage> image, int threads, CancellationToken cancellation) =>
        _encoder.Of(count, image, threads, cancellation);

    /// <summary>The same at half precision: those of twenty thousand images would take 128 MB at single precision.</summary>
    /// <inheritdoc cref="Of(int, Func{int, DigitImage}, int, CancellationToken)"/>
    internal Half[][] AtHalfPrecision(int count, Func<int, DigitImage> image, int threads, CancellationToken cancellation) =>
        _encoder.Of(count, image, HalfPrecision.ToHalf, threads, cancellation);

    public void Dispose() => _encoder.Dispose();
}
