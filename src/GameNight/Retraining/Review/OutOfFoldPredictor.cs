using GameNight.Models;
using GameNight.Training.Network;

namespace GameNight.Retraining.Review;

/// <summary>
/// What can be said of each drawing without its own player: by a network that learned from everybody else, so that a habit
/// that others share is known and a mark that nobody else would make is not; and by what has learned from no mark.
/// </summary>
/// <param name="library">Has the network, as it ships.</param>
/// <param name="threads">How many drawings are looked at at a time.</param>
public sealed class OutOfFoldPredictor(ModelLibrary library, int threads)
{
    private const int Folds = 5;

    /// <summary>How many draws of each digit keep the network to what it knew.</summary>
    private const int Rehearsed = 100;

    /// <summary>How strongly the network is drawn to what it was: wrong marks pull at it too.</summary>
    private const double Shrinkage = 1;

    /// <summary>What others make so unlikely is not learned from in the second pass.</summary>
    private const double Unlikely = 0.1;

    /// <returns>An opinion of each drawing, in the same order.</returns>
    /// <exception cref="InvalidModelException">The network cannot be read.</exception>
    public async Task<IReadOnlyList<LabelOpinion>> PredictAsync(IReadOnlyList<LabelledDrawing> drawings, CancellationToken cancellation)
    {
        var manifest = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        var memory = Rehearsal.Parse(await library.ReadFileAsync(new ModelKey(manifest.Algorithm, manifest.Version), Rehearsal.FileName, cancellation));
        return await Task.Run(() => Predict(manifest, model, memory, drawings, cancellation), cancellation);
    }

    private List<LabelOpinion> Predict(ModelManifest manifest, byte[] model, Rehearsal memory, IReadOnlyList<LabelledDrawing> drawings, CancellationToken cancellation)
    {
        using var network = new Embeddings(manifest, model);
        var shipped = LastLayer.Read(model);
        var embeddings = network.Of(drawings.Count, i => drawings[i].Lesson.Image, threads, cancellation);
        var witnesses = ReferenceOpinion.Hear(drawings, embeddings, shipped, threads, cancellation);
        var players = drawings.Select(drawing => drawing.Lesson.Player).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(player => player.Item, player => player.Index % Folds);
        var folds = drawings.Select(drawing => players[drawing.Lesson.Player]).ToList();
        var known = Enumerable.Range(0, 10).SelectMany(digit => memory.Draw(digit, Rehearsed, new Random(digit)).Select(drawn => WeightedEmbedding.Of(drawn, digit, 1))).ToList();

        // Twice: the first layers have learned from wrong marks as well, the second ones only from what the first find possible.
        var teaches = drawings.Zip(witnesses, (drawing, witness) => drawing.IsTrusted || !witness.Contradicts(drawing.Lesson.Digit)).ToList();
        var first = Fit();
        teaches = [.. teaches.Select((does, i) => does && (drawings[i].IsTrusted || witnesses[i].Nearest == drawings[i].Lesson.Digit || first[i][drawings[i].Lesson.Digit] >= Unlikely))];
        return [.. Fit().Zip(witnesses, (p, witness) => new LabelOpinion(p, witness))];

        List<float[]> Fit()
        {
            var layers = new LastLayer[Folds];
            Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, fold =>
            {
                var others = Enumerable.Range(0, drawings.Count).Where(i => folds[i] != fold && teaches[i]).Select(i => WeightedEmbedding.Of(embeddings[i], drawings[i].Lesson.Digit, 1));
                layers[fold] = new LastLayerFit(shipped, Shrinkage, [.. known, .. others]).Run(cancellation: cancellation);
            });
            return [.. embeddings.Select((embedding, i) => layers[folds[i]].Predict(embedding))];
        }
    }
}
