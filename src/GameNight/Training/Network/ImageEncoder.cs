using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Models.Onnx;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Training.Network;

/// <summary>
/// Computes what a network makes of images within: one of its outputs, a list of numbers for each image. Safe for concurrent use.
/// Holds native memory until disposed.
/// </summary>
internal sealed class ImageEncoder : IDisposable
{
    private readonly OrtSession _session;
    private readonly ModelInput _input;
    private readonly string _output;

    /// <summary>Loads a network.</summary>
    /// <param name="manifest">The network's manifest.</param>
    /// <param name="model">The bytes of its .onnx file.</param>
    /// <param name="output">The name of the output.</param>
    /// <param name="width">The length of the output for an image.</param>
    /// <exception cref="InvalidModelException">
    /// The model does not take single images, has no such output, or cannot be loaded.
    /// </exception>
    public ImageEncoder(ModelManifest manifest, byte[] model, string output, int width)
    {
        if (manifest.Input is not { Layout: ModelLayout.Nchw, Batch: null })
            throw new InvalidModelException($"{manifest.Algorithm} version {manifest.Version} takes no single images as [n, 1, 28, 28].");
        (_input, _output, Width) = (manifest.Input, output, width);
        _session = OnnxInspection.Load(manifest, model);
        var info = _session.Outputs.FirstOrDefault(tensor => tensor.Name == output);
        if (info?.Shape is [_, var length] && (length == width || length < 0))
            return;
        _session.Dispose();
        throw new InvalidModelException(
            $"{manifest.Algorithm} version {manifest.Version} has no output {output} with {width} numbers for each image.");
    }

    /// <summary>The length of what <see cref="Of(DigitImage)"/> returns.</summary>
    public int Width { get; }

    /// <summary>The output for an image.</summary>
    public float[] Of(DigitImage image)
    {
        Span<float> values = stackalloc float[DigitImage.Length];
        TensorPrimitives.ConvertChecked(image.Pixels, values);
        TensorPrimitives.Multiply(values, (float)_input.Scale, values);
        TensorPrimitives.Add(values, (float)_input.Offset, values);
        var numbers = new float[Width];
        _session.Run(_input.Name, values, [1, 1, DigitImage.Side, DigitImage.Side], _output, numbers);
        return numbers;
    }

    /// <summary>The outputs for many images.</summary>
    /// <param name="count">The number of images.</param>
    /// <param name="image">Returns the image of an index from 0; called on several threads.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Checked for each image.</param>
    public float[][] Of(int count, Func<int, DigitImage> image, int threads, CancellationToken cancellation) =>
        Of(count, image, output => output, threads, cancellation);

    /// <param name="count">The number of images.</param>
    /// <param name="image">Returns the image of an index from 0; called on several threads.</param>
    /// <param name="keep">Makes of an output what is kept of it.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Checked for each image.</param>
    /// <inheritdoc cref="Of(int, Func{int, DigitImage}, int, CancellationToken)"/>
    public T[] Of<T>(
        int count, Func<int, DigitImage> image, Func<float[], T> keep, int threads, CancellationToken cancellation)
    {
        var outputs = new T[count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, count, options, i => outputs[i] = keep(Of(image(i))));
        return outputs;
    }

    public void Dispose() => _session.Dispose();
}
