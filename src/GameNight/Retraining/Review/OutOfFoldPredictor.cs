using GameNight.Models;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Retraining.Review;

/// <summary>
/// Predicts each drawing without its own player's labels (cross-validation by player): with a network that learned from other players,
/// which knows the habits that players share but no label that only this player would set; and with references that learned from no label.
/// </summary>
/// <param name="library">Where the shipped network is.</param>
/// <param name="secret">Decides who is in which group of players.</param>
/// <param name="threads">How many threads compute.</param>
public sealed class OutOfFoldPredictor(ModelLibrary library, SplitSecret secret, int threads)
{
    private const int Folds = 5;

    /// <summary>How many rehearsed embeddings of each digit keep the network from forgetting what it knew.</summary>
    private const int Rehearsed = 100;

    /// <summary>How strongly the weights are pulled towards the shipped ones, against wrong labels.</summary>
    private const double Shrinkage = 1;

    /// <summary>Labels below this probability after the first pass are not learned from in the second.</summary>
    private const double Unlikely = 0.1;

    /// <returns>An opinion of each drawing, in the same order.</returns>
    /// <exception cref="InvalidModelException">The network cannot be read.</exception>
    public async Task<IReadOnlyList<LabelOpinion>> PredictAsync(IReadOnlyList<LabelledDrawing> drawings, CancellationToken cancellation)
    {
        var shipped = await library.ReadStartAsync(AppNetwork.Algorithm, [Rehearsal.FileName], cancellation);
        var memory = Rehearsal.Parse(shipped.Extras![Rehearsal.FileName]);
        var folds = ExampleFolds.ByPlayer(drawings.Select(drawing => drawing.Example), Folds, await secret.ReadAsync(cancellation));
        return await Task.Run(() => Predict(shipped.Manifest, shipped.Model, memory, drawings, folds, cancellation), cancellation);
    }

    private List<LabelOpinion> Predict(
        ModelManifest manifest, byte[] model, Rehearsal memory, IReadOnlyList<LabelledDrawing> drawings, IReadOnlyList<int> folds,
        CancellationToken cancellation)
    {
        using var network = new Embeddings(manifest, model);
        var shipped = LastLayer.Read(model);
        var embeddings = network.Of(drawings.Count, i => drawings[i].Example.Image, threads, cancellation);
        var references = ReferenceOpinion.OfAll(
            [.. drawings.Select(drawing => drawing.Example)], embeddings, shipped, threads, cancellation);
        var labels = drawings.Select(drawing => drawing.Example.Digit).ToList();
        var known = Enumerable.Range(0, 10).SelectMany(digit => memory.Draw(digit, Rehearsed, new Random(digit))
            .Select(drawn => WeightedEmbedding.Of(drawn, digit, 1))).ToList();

        // Two passes: the layers of the first have learned from wrong labels as well, those of the second only from what the first find
        // possible.
        bool[] isUsed = [.. drawings.Select((drawing, i) => drawing.IsTrusted || !references[i].Contradicts(labels[i]))];
        var first = Fit();
        for (var i = 0; i < drawings.Count; i++)
            isUsed[i] &= drawings[i].IsTrusted || references[i].Nearest == labels[i] || first[i][labels[i]] >= Unlikely;
        return [.. Fit().Zip(references, (probabilities, reference) => new LabelOpinion(probabilities, reference))];

        List<float[]> Fit()
        {
            var layers = new LastLayer[Folds];
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
            Parallel.For(0, Folds, options, fold =>
            {
                var others = Enumerable.Range(0, drawings.Count).Where(i => folds[i] != fold && isUsed[i])
                    .Select(i => WeightedEmbedding.Of(embeddings[i], labels[i], 1));
                layers[fold] = new LastLayerFit(shipped, Shrinkage, [.. known, .. others]).Run(cancellation: cancellation);
            });
            return [.. embeddings.Select((embedding, i) => layers[folds[i]].Predict(embedding))];
        }
    }
}
