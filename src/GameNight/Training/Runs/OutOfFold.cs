using GameNight.Models;

namespace GameNight.Training.Runs;

/// <summary>
/// What a network makes of each drawing that learned from everybody but the one who drew it: a habit that others share is
/// known, a mark that nobody else would make is not.
/// </summary>
/// <param name="library">Has the network, as it ships.</param>
/// <param name="threads">How many drawings are looked at at a time.</param>
public sealed class OutOfFold(ModelLibrary library, int threads)
{
    private const int Folds = 5;

    /// <summary>How many draws of each digit keep the network to what it knew.</summary>
    private const int Rehearsed = 100;

    /// <summary>How strongly the network is drawn to what it was: wrong marks pull at it too.</summary>
    private const double Shrinkage = 1;

    /// <returns>Ten probabilities for each drawing.</returns>
    /// <exception cref="InvalidModelException">The network cannot be read.</exception>
    public async Task<IReadOnlyList<float[]>> PredictAsync(IReadOnlyList<MarkedDrawing> drawings, CancellationToken cancellation)
    {
        var manifest = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        var memory = Rehearsal.Parse(await library.ReadFileAsync(new ModelKey(manifest.Algorithm, manifest.Version), Rehearsal.File, cancellation));
        return await Task.Run(() => Predict(manifest, model, memory, [.. drawings.Select(drawing => drawing.Lesson)], cancellation), cancellation);
    }

    private List<float[]> Predict(ModelManifest manifest, byte[] model, Rehearsal memory, List<Lesson> lessons, CancellationToken cancellation)
    {
        using var network = new Embeddings(manifest, model);
        var shipped = LastLayer.Read(model);
        var embeddings = network.Of(lessons.Count, i => lessons[i].Image, threads, cancellation);
        var players = lessons.Select(lesson => lesson.Player).Distinct().Order(StringComparer.Ordinal).Select((player, place) => (player, place)).ToDictionary(pair => pair.player, pair => pair.place % Folds);
        var known = Enumerable.Range(0, 10).SelectMany(digit => memory.Draw(digit, Rehearsed, new Random(digit)).Select(drawn => Example.Of(drawn, digit, 1))).ToList();
        var layers = new LastLayer[Folds];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, fold =>
        {
            var others = lessons.Zip(embeddings).Where(pair => players[pair.First.Player] != fold).Select(pair => Example.Of(pair.Second, pair.First.Digit, 1));
            layers[fold] = new LastLayerFit(shipped, Shrinkage, [.. known, .. others]).Run(cancellation: cancellation);
        });
        return [.. lessons.Zip(embeddings, (lesson, embedding) => layers[players[lesson.Player]].Predict(embedding))];
    }
}
