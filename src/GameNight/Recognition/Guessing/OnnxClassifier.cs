using System.Buffers;
using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Models.Onnx;
using GameNight.Native.OnnxRuntime;
using GameNight.Statistics;

namespace GameNight.Recognition.Guessing;

/// <summary>One loaded version of one algorithm. Safe for concurrent use; holds native memory until disposed.</summary>
public sealed class OnnxClassifier : IDisposable
{
    /// <summary>How many probabilities a guess has.</summary>
    public const int Digits = 10;

    private readonly OrtSession _session;

    private OnnxClassifier(OrtSession session, ModelManifest manifest) => (_session, Manifest) = (session, manifest);

    public ModelManifest Manifest { get; }

    /// <summary>Whether its input is the guesses of other algorithms instead of an image.</summary>
    public bool IsComposed => Manifest.Input.Layout == ModelLayout.Guesses;

    /// <summary>Reads a version and loads it. The caller disposes it.</summary>
    /// <inheritdoc cref="Load" path="/exception"/>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public static async Task<OnnxClassifier> LoadAsync(ModelLibrary library, ModelKey key, CancellationToken cancellation)
    {
        var manifest = await library.ReadManifestAsync(key, cancellation);
        return Load(manifest, await library.ReadModelAsync(manifest, cancellation));
    }

    /// <summary>Loads a version and guesses once, so that a model that cannot guess is found before it is in service.</summary>
    /// <exception cref="InvalidModelException">The model does not classify digits, or is not what its manifest describes.</exception>
    /// <exception cref="ModelRuntimeMissingException">ONNX Runtime's native library is missing.</exception>
    public static OnnxClassifier Load(ModelManifest manifest, byte[] model)
    {
        if (manifest.Input.Batch is < 1 or > 1024)
        {
            throw new InvalidModelException(
                $"The manifest's batch is {manifest.Input.Batch}; a fixed batch size is 1 to 1,024, and null where there is none.");
        }

        OrtSession? session = null;
        try
        {
            session = OnnxInspection.Load(manifest, model);
            var classifier = new OnnxClassifier(session, manifest);
            classifier.WarmUp();
            return classifier;
        }
        catch (Exception e) when (e is OrtException or ArgumentException)
        {
            session?.Dispose();
            throw new InvalidModelException($"ONNX Runtime refuses the model: {e.Message}", e);
        }
        catch (OrtLibraryMissingException e)
        {
            throw new ModelRuntimeMissingException(e);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>The probabilities of the digits 0 to 9 for each image: ten for the first, then ten for the second, and so on.</summary>
    /// <exception cref="InvalidModelException">
    /// An answer is no distribution: a number is negative or not finite, or the sum is not 1.
    /// </exception>
    public float[] Predict(DigitImage image) => Predict([image], CancellationToken.None);

    /// <inheritdoc cref="Predict(DigitImage)"/>
    /// <param name="images">Any number of images.</param>
    /// <param name="cancellation">Checked between the runs of the model.</param>
    public float[] Predict(ReadOnlySpan<DigitImage> images, CancellationToken cancellation)
    {
        var values = ArrayPool<float>.Shared.Rent(images.Length * DigitImage.Length);
        try
        {
            for (var i = 0; i < images.Length; i++)
                TensorPrimitives.ConvertChecked(images[i].Pixels, values.AsSpan(i * DigitImage.Length, DigitImage.Length));
            var input = values.AsSpan(0, images.Length * DigitImage.Length);
            TensorPrimitives.Multiply(input, (float)Manifest.Input.Scale, input);
            TensorPrimitives.Add(input, (float)Manifest.Input.Offset, input);
            return RunAll(input, DigitImage.Length, cancellation);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(values);
        }
    }

    /// <summary>The probabilities of the digits 0 to 9 for one image; only where <see cref="IsComposed"/>.</summary>
    /// <param name="guesses">The other algorithms' guesses of the image, ten probabilities each.</param>
    /// <inheritdoc cref="Predict(DigitImage)" path="/exception"/>
    public float[] Combine(ReadOnlySpan<float> guesses) => RunAll(guesses, guesses.Length, CancellationToken.None);

    public void Dispose() => _session.Dispose();

    private void WarmUp()
    {
        if (!IsComposed)
        {
            Predict(new DigitImage(new byte[DigitImage.Length]));
            return;
        }

        var uniform = new float[2 * Digits];
        Array.Fill(uniform, 1f / Digits);
        Combine(uniform);
    }

    /// <summary>
    /// Runs the model on one input at a time: so an answer depends on its input alone, to the last bit, and a batch costs a network
    /// hardly less per image. A model with a fixed batch size gets full batches, the last one padded with zeros.
    /// </summary>
    /// <param name="values">The inputs, one after the other.</param>
    /// <param name="length">Numbers per input.</param>
    /// <param name="cancellation">Checked between the runs.</param>
    private float[] RunAll(ReadOnlySpan<float> values, int length, CancellationToken cancellation)
    {
        var batch = Manifest.Input.Batch ?? 1;
        var count = values.Length / length;
        var answers = new float[count * Digits];
        for (var first = 0; first < count; first += batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var used = Math.Min(batch, count - first);
            var part = values.Slice(first * length, used * length);
            var answer = answers.AsSpan(first * Digits, used * Digits);
            if (used == batch)
                Run(part, length, answer);
            else
                RunPadded(part, length, answer, batch);
        }

        for (var i = 0; i < count; i++)
            ToProbabilities(answers.AsSpan(i * Digits, Digits));
        return answers;
    }

    private void RunPadded(ReadOnlySpan<float> values, int length, Span<float> answer, int batch)
    {
        var (padded, answers) = (new float[batch * length], new float[batch * Digits]);
        values.CopyTo(padded);
        Run(padded, length, answers);
        answers.AsSpan(0, answer.Length).CopyTo(answer);
    }

    private void Run(ReadOnlySpan<float> values, int length, Span<float> answer)
    {
        var count = values.Length / length;
        ReadOnlySpan<long> shape = Manifest.Input.Layout switch
        {
            ModelLayout.Nchw => [count, 1, DigitImage.Side, DigitImage.Side],
            ModelLayout.Nhwc => [count, DigitImage.Side, DigitImage.Side, 1],
            ModelLayout.Guesses => [count, length / Digits, Digits],
            _ => [count, DigitImage.Length],
        };
        _session.Run(Manifest.Input.Name, values, shape, Manifest.Output.Name, answer);
    }

    private void ToProbabilities(Span<float> answer)
    {
        if (Manifest.Output.Kind == OutputKind.Logits)
            Softmax.Apply(answer);
        var isDistribution = MathF.Abs(TensorPrimitives.Sum(answer) - 1) < 1e-3f && TensorPrimitives.Min(answer) >= 0;
        if (isDistribution)
            return;
        var numbers = string.Join(", ", answer.ToArray());
        throw new InvalidModelException($"{Manifest.Algorithm} version {Manifest.Version} answers {numbers}, which are no probabilities.");
    }
}
