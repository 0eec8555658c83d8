using GameNight.Models;

namespace GameNight.Training.Runs;

/// <summary>
/// What can be said of each drawing without its own player: by a network that learned from everybody else, so that a habit
/// that others share is known and a mark that nobody else would make is not; and by two witnesses that learned from no mark,
/// so that no number of players can agree on calling a four a nine.
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

    /// <summary>The network is a witness where it is so sure.</summary>
    private const double Sure = 0.95;

    /// <summary>What others make so unlikely is not learned from in the second pass.</summary>
    private const double Unlikely = 0.1;

    /// <returns>An opinion of each drawing, in the same order.</returns>
    /// <exception cref="InvalidModelException">The network cannot be read.</exception>
    public async Task<IReadOnlyList<Opinion>> PredictAsync(IReadOnlyList<MarkedDrawing> drawings, CancellationToken cancellation)
    {
        var manifest = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        var memory = Rehearsal.Parse(await library.ReadFileAsync(new ModelKey(manifest.Algorithm, manifest.Version), Rehearsal.File, cancellation));
        return await Task.Run(() => Predict(manifest, model, memory, drawings, cancellation), cancellation);
    }

    private List<Opinion> Predict(ModelManifest manifest, byte[] model, Rehearsal memory, IReadOnlyList<MarkedDrawing> drawings, CancellationToken cancellation)
    {
        using var network = new Embeddings(manifest, model);
        var shipped = LastLayer.Read(model);
        var embeddings = network.Of(drawings.Count, i => drawings[i].Lesson.Image, threads, cancellation);
        var (nearest, plain, isDigit) = Look(drawings, embeddings, shipped, cancellation);
        var players = drawings.Select(drawing => drawing.Lesson.Player).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(player => player.Item, player => player.Index % Folds);
        var folds = drawings.Select(drawing => players[drawing.Lesson.Player]).ToList();
        var known = Enumerable.Range(0, 10).SelectMany(digit => memory.Draw(digit, Rehearsed, new Random(digit)).Select(drawn => Example.Of(drawn, digit, 1))).ToList();
        var teaches = drawings.Select((drawing, i) => drawing.IsTrusted || (isDigit[i] && (plain[i] ?? drawing.Lesson.Digit) == drawing.Lesson.Digit)).ToList();

        // Twice: the first layers have learned from wrong marks as well, the second ones only from what the first find possible.
        var probabilities = Fit();
        teaches = [.. teaches.Select((does, i) => drawings[i].IsTrusted || (does && (nearest[i] == drawings[i].Lesson.Digit || probabilities[i][drawings[i].Lesson.Digit] >= Unlikely)))];
        probabilities = Fit();
        return [.. probabilities.Select((p, i) => new Opinion(p, nearest[i], plain[i], isDigit[i]))];

        List<float[]> Fit()
        {
            var layers = new LastLayer[Folds];
            Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, fold =>
            {
                var others = Enumerable.Range(0, drawings.Count).Where(i => folds[i] != fold && teaches[i]).Select(i => Example.Of(embeddings[i], drawings[i].Lesson.Digit, 1));
                layers[fold] = new LastLayerFit(shipped, Shrinkage, [.. known, .. others]).Run(cancellation: cancellation);
            });
            return [.. embeddings.Select((embedding, i) => layers[folds[i]].Predict(embedding))];
        }
    }

    /// <summary>The witnesses that learned from no mark: the network that ships, and the made-up drawings nearest by.</summary>
    private (int[] Nearest, int?[] Plain, bool[] IsDigit) Look(IReadOnlyList<MarkedDrawing> drawings, float[][] embeddings, LastLayer shipped, CancellationToken cancellation)
    {
        var (nearest, plain, isDigit) = (new int[drawings.Count], new int?[drawings.Count], new bool[drawings.Count]);
        var blurred = new float[drawings.Count][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, drawings.Count, options, i =>
        {
            blurred[i] = NearestShapes.Blur(drawings[i].Lesson.Image);
            (nearest[i], var distance) = NearestShapes.MadeUpInk.Find(blurred[i]);
            isDigit[i] = distance <= NearestShapes.Farthest;
            plain[i] = shipped.Predict(embeddings[i])[nearest[i]] >= Sure ? nearest[i] : null;
        });

        // What is strange but near to other people's digits is a way of writing. Only what was near by itself counts, so that scribblers cannot vouch for each other.
        var digits = Enumerable.Range(0, drawings.Count).Where(i => isDigit[i]).ToLookup(i => drawings[i].Lesson.Player, i => blurred[i]);
        var strange = Enumerable.Range(0, drawings.Count).Where(i => !isDigit[i]).ToList();
        Parallel.ForEach(strange, options, i =>
            isDigit[i] = NearestShapes.Distance(blurred[i], digits.Where(player => player.Key != drawings[i].Lesson.Player).SelectMany(player => player)) <= NearestShapes.Farthest);
        return (nearest, plain, isDigit);
    }
}

/// <summary>What others make of a drawing.</summary>
/// <param name="Probabilities">Of the ten digits, by a network that learned from other players.</param>
/// <param name="Nearest">The digit whose made-up drawings are nearest.</param>
/// <param name="Plain">The digit that it plainly is by whatever learned from no mark; null where that is not plain.</param>
/// <param name="IsDigit">Whether it is near to any digit.</param>
public sealed record Opinion(float[] Probabilities, int Nearest, int? Plain, bool IsDigit);
