using GameNight.Models;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Retraining.Review;

/// <summary>
/// Checks a single label at once, by the references alone, which have learned from no label. A run's review knows more: it hears what
/// other players taught, and knows the player's record. For one thread at a time.
/// </summary>
public sealed class LabelCheck(ModelLibrary library) : IDisposable
{
    private Embeddings? _network;
    private LastLayer? _layer;

    /// <summary>Whether the drawing looks like another digit than its label, or like none.</summary>
    /// <exception cref="InvalidModelException">The network that ships cannot be read.</exception>
    public async Task<bool> ContradictsAsync(TrainingExample example, CancellationToken cancellation)
    {
        if (_network is null)
        {
            var manifest = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
            var model = await library.ReadModelAsync(manifest, cancellation);
            (_layer, _network) = (LastLayer.Read(model), new Embeddings(manifest, model));
        }

        float[][] embedding = [_network.Of(example.Image)];
        var opinion = ReferenceOpinion.OfAll([example], embedding, _layer!, threads: 1, cancellation)[0];
        return opinion.Contradicts(example.Digit);
    }

    public void Dispose() => _network?.Dispose();
}
