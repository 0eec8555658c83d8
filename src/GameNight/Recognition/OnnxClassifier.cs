using System.Buffers;
using System.Numerics.Tensors;
using GameNight.Drawing;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Recognition;

/// <summary>One version of one algorithm, ready to guess. Safe for concurrent use; holds native memory until disposed.</summary>
public sealed class OnnxClassifier : IDisposable
{
    public const int Digits = 10;

    private readonly OrtSession _session;
    private readonly ModelManifest _manifest;

    private OnnxClassifier(OrtSession session, ModelManifest manifest) => (_session, _manifest) = (session, manifest);

    /// <summary>Loads a version and lets it guess once, so that a model which cannot guess is found here and not in a game.</summary>
    /// <exception cref="InvalidModelException">The version is missing, damaged or no classifier of digits.</exception>
    /// <exception cref="OrtLibraryMissingException">ONNX Runtime itself is not there.</exception>
    public static OnnxClassifier Load(ModelVersion version)
    {
        if (version.Manifest.Input.Batch is not null)
            throw new InvalidModelException("The model has a fixed batch size, which this version of the game does not feed yet.");
        OrtSession? session = null;
        try
        {
            session = OrtSession.Load(version.ReadModel());
            var classifier = new OnnxClassifier(session, version.Manifest);
            classifier.Predict(new DigitImage(new byte[DigitImage.Length]));
            return classifier;
        }
        catch (Exception e) when (e is OrtException or ArgumentException)
        {
            session?.Dispose();
            throw new InvalidModelException($"ONNX Runtime refuses the model: {e.Message}", e);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>The probabilities of the ten digits for one image.</summary>
    /// <exception cref="InvalidModelException">The answer is no distribution: a number that is not finite, or a sum that is not 1.</exception>
    public float[] Predict(DigitImage image)
    {
        var probabilities = new float[Digits];
        Predict(image.Pixels, probabilities, stackalloc float[DigitImage.Length]);
        return probabilities;
    }

    /// <summary>The same for many: ten probabilities an image, in order.</summary>
    /// <inheritdoc cref="Predict(DigitImage)" path="/exception"/>
    public float[] Predict(IReadOnlyList<DigitImage> images)
    {
        var probabilities = new float[images.Count * Digits];
        var pixels = ArrayPool<byte>.Shared.Rent(images.Count * DigitImage.Length);
        var values = ArrayPool<float>.Shared.Rent(images.Count * DigitImage.Length);
        try
        {
            for (var i = 0; i < images.Count; i++)
                images[i].Pixels.CopyTo(pixels.AsSpan(i * DigitImage.Length));
            Predict(pixels.AsSpan(0, images.Count * DigitImage.Length), probabilities, values.AsSpan(0, images.Count * DigitImage.Length));
            return probabilities;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels);
            ArrayPool<float>.Shared.Return(values);
        }
    }

    public void Dispose() => _session.Dispose();

    /// <summary>The largest score is taken off first, so that no power of e leaves the range of a float.</summary>
    private static void SoftMax(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
    }

    private void Predict(ReadOnlySpan<byte> pixels, Span<float> probabilities, Span<float> values)
    {
        var count = pixels.Length / DigitImage.Length;
        TensorPrimitives.ConvertChecked(pixels, values);
        TensorPrimitives.Multiply(values, (float)_manifest.Input.Scale, values);
        TensorPrimitives.Add(values, (float)_manifest.Input.Offset, values);
        ReadOnlySpan<long> shape = _manifest.Input.Layout switch
        {
            ModelLayout.Nchw => [count, 1, DigitImage.Side, DigitImage.Side],
            ModelLayout.Nhwc => [count, DigitImage.Side, DigitImage.Side, 1],
            _ => [count, DigitImage.Length],
        };
        _session.Run(_manifest.Input.Name, values, shape, _manifest.Output.Name, probabilities);
        for (var i = 0; i < count; i++)
        {
            var answer = probabilities.Slice(i * Digits, Digits);
            if (_manifest.Output.Kind == OutputKind.Logits)
                SoftMax(answer);
            if (!(MathF.Abs(TensorPrimitives.Sum(answer) - 1) < 1e-3f && TensorPrimitives.Min(answer) >= 0))
                throw new InvalidModelException($"{_manifest.Algorithm} version {_manifest.Version} answers {string.Join(", ", answer.ToArray())}, which are no probabilities.");
        }
    }
}
