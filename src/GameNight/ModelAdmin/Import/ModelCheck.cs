using System.Security.Cryptography;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.SyntheticInk;

namespace GameNight.ModelAdmin.Import;

/// <summary>Checks a model from elsewhere before it is published.</summary>
internal static class ModelCheck
{
    private const int Noisy = 20;

    /// <summary>
    /// What a model is tried with: nothing, everything, a drawing of each digit, noise that is always the same, and noise that nobody can
    /// know before, so that no model can be made to behave for these pictures alone.
    /// </summary>
    public static IReadOnlyList<DigitImage> Pictures()
    {
        var noise = new Random(1);
        var full = new byte[DigitImage.Length];
        Array.Fill(full, byte.MaxValue);
        return
        [
            new DigitImage(new byte[DigitImage.Length]),
            new DigitImage(full),
            .. Enumerable.Range(0, OnnxClassifier.Digits)
                .Select(digit => InkNormaliser.Normalise(StrokeSkeletons.Draw(digit, new Random(digit)))),
            .. Enumerable.Range(0, Noisy).Select(_ => Filled(noise.NextBytes)),
            .. Enumerable.Range(0, Noisy).Select(_ => Filled(RandomNumberGenerator.Fill)),
        ];
    }

    /// <summary>Loads the model and requires the same probabilities for an image alone and within a batch.</summary>
    /// <exception cref="InvalidModelException">The model fails the check; the message says how.</exception>
    public static void Run(ModelPackage package)
    {
        var key = new ModelKey(package.Manifest.Algorithm, package.Manifest.Version);
        using var classifier = OnnxClassifier.Load(package.As(key.Version, DateTimeOffset.UnixEpoch), package.Model);
        if (classifier.IsComposed)
            return;
        DigitImage[] images = [.. Pictures()];
        var together = classifier.Predict(images, CancellationToken.None);
        for (var i = 0; i < images.Length; i++)
        {
            var alone = classifier.Predict(images[i]);
            var inBatch = together.AsSpan(i * OnnxClassifier.Digits, OnnxClassifier.Digits).ToArray();
            var difference = alone.Zip(inBatch, (one, other) => MathF.Abs(one - other)).Max();
            if (difference > 1e-4f)
            {
                throw new InvalidModelException(
                    $"It answers differently for the same drawing, alone and among others: the probabilities differ by {difference}.");
            }
        }
    }

    private delegate void Fill(Span<byte> pixels);

    private static DigitImage Filled(Fill fill)
    {
        var pixels = new byte[DigitImage.Length];
        fill(pixels);
        return new DigitImage(pixels);
    }
}
