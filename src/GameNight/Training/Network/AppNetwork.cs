using GameNight.Drawing.Images;
using GameNight.Models;

namespace GameNight.Training.Network;

/// <summary>
/// Makes the versions of <c>app-network</c> that ship: the convolutional network, which also answers its features, with a summary of
/// the embeddings of its training images, so that its last layers can learn without forgetting.
/// </summary>
public static class AppNetwork
{
    public const string Algorithm = "app-network";

    /// <summary>The algorithm whose network it starts from.</summary>
    public const string Origin = "mnist-cnn";

    /// <summary>The name of the output that is added to that network.</summary>
    private const string Features = "features";

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
        using var network = new Embeddings(origin, model);
        var embeddings = network.Of(mnist.Count, i => mnist[i].Image, threads, cancellation);
        var rehearsal = Rehearsal.Of(embeddings.Zip(mnist, (embedding, drawing) => (embedding, drawing.Label)));
        return new ModelPackage(
            origin with
            {
                Algorithm = Algorithm,
                Name = "App network",
                Family = "network",
                Description = "I look as the convolutional network does, and learn from every mark what its digits look like here.",
                TrainedOn = origin.TrainedOnToo(new
                {
                    start = $"{origin.Algorithm}, version {origin.Version}; no mark has been learned yet",
                    rehearsal = $"the mean and the covariance of each digit's embeddings of MNIST's {mnist.Count:N0} training images",
                }),
                Metrics = [],
                Output = origin.Output with { Features = Features },
            },
            HiddenLayer.WithFeatures(model, Features),
            new Dictionary<string, byte[]> { [Rehearsal.FileName] = rehearsal.ToBytes() });
    }
}
