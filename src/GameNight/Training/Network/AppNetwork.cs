using GameNight.Drawing.Images;
using GameNight.Models;

namespace GameNight.Training.Network;

/// <summary>
/// Makes the versions of <c>app-network</c> that ship: the convolutional network, which also answers its features, with summaries of
/// what it makes of its training images, so that its last layers can learn without forgetting.
/// </summary>
public static class AppNetwork
{
    public const string Algorithm = "app-network";

    /// <summary>The algorithm whose network it starts from.</summary>
    public const string Origin = "mnist-cnn";

    /// <summary>The name of the output that is added to that network.</summary>
    private const string Features = "features";

    /// <summary>In how many directions the features of a digit vary together, in the summary: more make a larger file.</summary>
    private const int Rank = 16;

    /// <summary>Makes the version, ready to be published.</summary>
    /// <param name="origin">The manifest of the network that it starts from.</param>
    /// <param name="model">That network, whose weights the version has unchanged.</param>
    /// <param name="mnist">MNIST's training images, whose embeddings are summarised by digit.</param>
    /// <param name="threads">The number of threads to use.</param>
    /// <param name="cancellation">Checked for each image.</param>
    /// <exception cref="InvalidModelException">The network has no embedding as output, or other last layers.</exception>
    public static ModelPackage Create(
        ModelManifest origin,
        byte[] model,
        IReadOnlyList<(DigitImage Image, int Label)> mnist,
        int threads,
        CancellationToken cancellation)
    {
        var manifest = origin with { Output = origin.Output with { Features = Features } };
        var withFeatures = HiddenLayer.WithFeatures(model, Features);
        using var network = new NetworkFeatures(manifest, withFeatures);
        var (embeddings, byDigit) = (new List<(float[], int)>(), mnist.ToLookup(drawing => drawing.Label, drawing => drawing.Image));
        var features = FeatureRehearsal.Of(digit =>
        {
            var images = byDigit[digit].ToList();
            var described = network.Of(images.Count, i => images[i], threads, cancellation);
            embeddings.AddRange(described.Select(image => (network.Hidden.Embed(image), digit)));
            return described;
        }, Rank);
        return new ModelPackage(
            manifest with
            {
                Algorithm = Algorithm,
                Name = "App network",
                Family = "network",
                Description = "I look as the convolutional network does, and learn from every mark what its digits look like here.",
                TrainedOn = origin.TrainedOnToo(new
                {
                    start = $"{origin.Algorithm}, version {origin.Version}; no mark has been learned yet",
                    rehearsal = $"the mean and the covariance of each digit's embeddings of MNIST's {mnist.Count:N0} training images, and "
                        + $"those of its features by {Rank} factors",
                }),
                Metrics = [],
            },
            withFeatures,
            new Dictionary<string, byte[]>
            {
                [Rehearsal.FileName] = Rehearsal.Of(embeddings).ToBytes(),
                [FeatureRehearsal.FileName] = features.ToBytes(),
            });
    }
}
