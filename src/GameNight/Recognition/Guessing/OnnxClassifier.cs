using System.Buffers;
using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Recognition.Guessing;

/// <summary>One version of one algorithm, ready to guess. Safe for concurrent use; holds native memory until disposed.</summary>
public sealed class OnnxClassifier : IDisposable
{
    public const int Digits = 10;

    private readonly OrtSession _session;

    private OnnxClassifier(OrtSession session, ModelManifest manifest) => (_session, Manifest) = (session, manifest);

    public ModelManifest Manifest { get; }

    /// <summary>Whether it looks at what the others guessed instead of the image.</summary>
    public bool IsComposed => Manifest.Input.Layout == ModelLayout.Guesses;

    /// <summary>Loads a version and lets it guess once, so that a model which cannot guess is found here and not in a game.</summary>
    /// <exception cref="InvalidModelException">The model is no classifier of digits, or not the one that its manifest describes.</exception>
    /// <exception cref="ModelRuntimeMissingException">ONNX Runtime itself is not there.</exception>
    public static OnnxClassifier Load(ModelManifest manifest, byte[] model)
    {
        if (manifest.Input.Batch is < 1 or > 1024)
            throw new InvalidModelException($"The manifest's batch is {manifest.Input.Batch}; a fixed batch size is 1 to 1,024, and null where there is none.");
        OrtSession? session = null;
        try
        {
            session = OrtSession.Load(model);
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

    /// <summary>The probabilities of the ten digits for each image, ten for the first, ten for the second and so on.</summary>
    /// <exception cref="InvalidModelException">An answer is no distribution: a number that is not finite, or a sum that is not 1.</exception>
    public float[] Predict(DigitImage image) => Predict([image], CancellationToken.None);

    /// <inheritdoc cref="Predict(DigitImage)"/>
    /// <param name="images">In any number.</param>
    /// <param name="cancellation">Asked between the runs of the model.</param>
    public float[] Predict(ReadOnlySpan<DigitImage> images, CancellationToken cancellation)
    {
        var values = ArrayPool<float>.Shared.Rent(images.Length * DigitImage.Length);
        try
        {
            for (var i = 0; i < images.Length; i++)
                TensorPrimitives.ConvertChecked(images[i].Pixels, values.AsSpan(i * DigitImage.Length, DigitImage.Length));
            var given = values.AsSpan(0, images.Length * DigitImage.Length);
            TensorPrimitives.Multiply(given, (float)Manifest.Input.Scale, given);
            TensorPrimitives.Add(given, (float)Manifest.Input.Offset, given);
            return Answer(given, DigitImage.Length, cancellation);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(values);
        }
    }

    /// <summary>The same for one that <see cref="IsComposed"/>: what the others guessed for one image, ten numbers each.</summary>
    /// <inheritdoc cref="Predict(DigitImage)" path="/exception"/>
    public float[] Combine(ReadOnlySpan<float> guesses) => Answer(guesses, guesses.Length, CancellationToken.None);

    public void Dispose() => _session.Dispose();

    /// <summary>The largest score is taken off first, so that no power of e leaves the range of a float.</summary>
    private static void SoftMax(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
    }

    private void WarmUp()
    {
        if (!IsComposed)
        {
            Predict(new DigitImage(new byte[DigitImage.Length]));
            return;
        }

        var even = new float[2 * Digits];
        Array.Fill(even, 1f / Digits);
        Combine(even);
    }

    /// <summary>
    /// One drawing at a time, whatever their number: an answer depends on nothing but its drawing, to the last bit, and a
    /// network costs little less by the dozen. A model with a fixed batch size gets full batches, the last filled up with zeros.
    /// </summary>
    private float[] Answer(ReadOnlySpan<float> values, int each, CancellationToken cancellation)
    {
        var batch = Manifest.Input.Batch ?? 1;
        var count = values.Length / each;
        var answers = new float[count * Digits];
        for (var first = 0; first < count; first += batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var used = Math.Min(batch, count - first);
            var part = values.Slice(first * each, used * each);
            var answer = answers.AsSpan(first * Digits, used * Digits);
            if (used == batch)
                Run(part, each, answer);
            else
                RunFilledUp(part, each, answer, batch);
        }

        for (var i = 0; i < count; i++)
            Finish(answers.AsSpan(i * Digits, Digits));
        return answers;
    }

    private void RunFilledUp(ReadOnlySpan<float> values, int each, Span<float> answer, int batch)
    {
        var (full, answers) = (new float[batch * each], new float[batch * Digits]);
        values.CopyTo(full);
        Run(full, each, answers);
        answers.AsSpan(0, answer.Length).CopyTo(answer);
    }

    private void Run(ReadOnlySpan<float> values, int each, Span<float> answer)
    {
        var count = values.Length / each;
        ReadOnlySpan<long> shape = Manifest.Input.Layout switch
        {
            ModelLayout.Nchw => [count, 1, DigitImage.Side, DigitImage.Side],
            ModelLayout.Nhwc => [count, DigitImage.Side, DigitImage.Side, 1],
            ModelLayout.Guesses => [count, each / Digits, Digits],
            _ => [count, DigitImage.Length],
        };
        _session.Run(Manifest.Input.Name, values, shape, Manifest.Output.Name, answer);
    }

    private void Finish(Span<float> answer)
    {
        if (Manifest.Output.Kind == OutputKind.Logits)
            SoftMax(answer);
        if (!(MathF.Abs(TensorPrimitives.Sum(answer) - 1) < 1e-3f && TensorPrimitives.Min(answer) >= 0))
            throw new InvalidModelException($"{Manifest.Algorithm} version {Manifest.Version} answers {string.Join(", ", answer.ToArray())}, which are no probabilities.");
    }
}
