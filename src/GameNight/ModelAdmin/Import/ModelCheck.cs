using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.ModelAdmin.Import;

/// <summary>Checks a model from elsewhere before it is published.</summary>
internal static class ModelCheck
{
    /// <summary>Loads the model and requires the same probabilities for an image alone and within a batch.</summary>
    /// <exception cref="InvalidModelException">The model fails the check; the message says how.</exception>
    public static void Run(ModelPackage package)
    {
        var key = new ModelKey(package.Manifest.Algorithm, package.Manifest.Version);
        using var classifier = OnnxClassifier.Load(package.As(key.Version, DateTimeOffset.UnixEpoch), package.Model);
        if (classifier.IsComposed)
            return;
        var random = new Random(1);
        var images = Enumerable.Range(0, 25).Select(i =>
        {
            var pixels = new byte[DigitImage.Length];
            if (i > 0)
                random.NextBytes(pixels);
            return new DigitImage(pixels);
        }).ToArray();
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
}
