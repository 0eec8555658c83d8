using GameNight.Drawing.Images;
using GameNight.Models;

namespace GameNight.Training.Network;

/// <summary>The first version of <c>app-network</c>: the convolutional network as it ships, and a memory of what it saw, so that its last layer can learn without forgetting.</summary>
public static class AppNetwork
{
    public const string Algorithm = "app-network";

    /// <summary>The network that it begins as.</summary>
    public const string Origin = "mnist-cnn";

    /// <summary>Makes the version, ready to be published.</summary>
    /// <param name="origin">The network's manifest.</param>
    /// <param name="model">The network; it becomes the version's model as it is.</param>
    /// <param name="mnist">MNIST's training images, of which it keeps means and covariances of embeddings.</param>
    /// <param name="threads">How many processors to use.</param>
    /// <param name="cancellation">Asked for each image.</param>
    /// <exception cref="InvalidModelException">The network offers no embedding, or has another last layer.</exception>
    public static ModelPackage Begin(ModelManifest origin, byte[] model, IReadOnlyList<(DigitImage Image, int Label)> mnist, int threads, CancellationToken cancellation)
    {
        using var network = new Embeddings(origin, model);
        var embeddings = network.Of(mnist.Count, i => mnist[i].Image, threads, cancellation);
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
            },
            model,
            new Dictionary<string, byte[]> { [Rehearsal.File] = Rehearsal.Of(embeddings.Zip(mnist, (embedding, drawing) => (embedding, drawing.Label))).ToBytes() });
    }
}
