using System.Numerics.Tensors;
using System.Text.Json;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Training.Network;

/// <summary>
/// Trains <c>app-network</c>: refits the last layer of the version that ships to the examples, to varied copies of them and, so that
/// it does not forget, to embeddings drawn from its <see cref="Rehearsal"/>. Takes seconds, because each embedding is computed only
/// once and the fit is convex.
/// </summary>
/// <param name="library">Contains the version that ships.</param>
/// <param name="options">Null for the defaults.</param>
public sealed class AppNetworkLearner(ModelLibrary library, AppNetworkOptions? options = null) : ILearner
{
    /// <summary>
    /// The expected deviation of the temperature's logarithm from 0, the shipped layer's: a few examples that are all right say
    /// little about it.
    /// </summary>
    private const double TemperatureDeviation = 0.2;

    private readonly AppNetworkOptions _options = options ?? new AppNetworkOptions();

    public string Algorithm => AppNetwork.Algorithm;

    public async Task<LearnedVersion> LearnAsync(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<int> folds,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        if (examples.Count == 0)
            throw new ArgumentException("There are no examples to learn from.", nameof(examples));
        var manifest = await library.ReadShippedAsync(Algorithm, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        var key = new ModelKey(Algorithm, manifest.Version);
        var shipped = new Shipped(manifest, model, await library.ReadFileAsync(key, Rehearsal.FileName, cancellation));
        int[] order = [.. Enumerable.Range(0, examples.Count).OrderBy(i => examples[i].Id)];
        var (sorted, sortedFolds) = (order.Select(i => examples[i]).ToList(), Array.ConvertAll(order, i => folds[i]));
        var learned = await Task.Run(() => Learn(shipped, sorted, sortedFolds, progress, cancellation), cancellation);
        var answers = new float[examples.Count][];
        for (var i = 0; i < order.Length; i++)
            answers[order[i]] = learned.OutOfFold[i];
        return learned with { OutOfFold = answers };
    }

    private LearnedVersion Learn(
        Shipped shipped, List<TrainingExample> examples, int[] folds, Action<LearningProgress> progress, CancellationToken cancellation)
    {
        progress(new LearningProgress(0, "looks at the drawings"));
        var layer = LastLayer.Read(shipped.Model);
        var embedded = Embed(shipped, examples, layer, cancellation);
        var rehearsed = DrawEmbeddings(Rehearsal.Parse(shipped.Rehearsal), layer);

        progress(new LearningProgress(0.6, "weighs them"));
        LastLayer Fit(IEnumerable<WeightedEmbedding> embeddings) =>
            new LastLayerFit(layer, _options.Shrinkage, [.. embeddings, .. rehearsed]).Run(cancellation: cancellation);
        var fitted = Fit(embedded.SelectMany(copies => copies));

        progress(new LearningProgress(0.8, "checks how sure to be"));
        var logits = JudgeFolds(folds, embedded, layer, Fit);
        float[] all = [.. logits.SelectMany(row => row)];
        var temperature = Temperature.Fit(all, [.. examples.Select(example => example.Digit)], TemperatureDeviation);
        progress(new LearningProgress(1, "has learned"));
        var package = new ModelPackage(
            shipped.Manifest with { Metrics = [], TrainedOn = Describe(shipped.Manifest, examples, temperature) },
            fitted.WithTemperature(temperature).WriteTo(shipped.Model),
            new Dictionary<string, byte[]> { [Rehearsal.FileName] = shipped.Rehearsal });
        foreach (var row in logits)
        {
            TensorPrimitives.Divide(row, temperature, row);
            Softmax.Apply(row);
        }

        return new LearnedVersion(package, logits);
    }

    /// <summary>For each example the embedding of the drawing and then those of its copies, which together weigh 1.</summary>
    private List<WeightedEmbedding[]> Embed(
        Shipped shipped, List<TrainingExample> examples, LastLayer layer, CancellationToken cancellation)
    {
        using var network = new Embeddings(shipped.Manifest, shipped.Model);
        var each = _options.Copies + 1;
        var embeddings = network.Of(
            examples.Count * each, i => ExampleVariations.Vary(examples[i / each], i % each), _options.Threads, cancellation);
        return [.. embeddings.Chunk(each).Zip(examples, (copies, example) =>
        {
            var target = layer.Predict(copies[0]);
            TensorPrimitives.Multiply(target, (float)(1 - _options.LabelTrust), target);
            target[example.Digit] += (float)_options.LabelTrust;
            return Array.ConvertAll(copies, embedding => new WeightedEmbedding(embedding, target, 1.0 / each));
        })];
    }

    /// <summary>
    /// Draws embeddings from the rehearsal. Their targets are what the shipped layer predicts, not the digits that they were drawn
    /// for: where that layer is unsure, the new one may stay unsure.
    /// </summary>
    private List<WeightedEmbedding> DrawEmbeddings(Rehearsal rehearsal, LastLayer layer)
    {
        var weight = _options.RehearsalWeight / (OnnxClassifier.Digits * _options.RehearsalDraws);
        return
        [
            .. from digit in Enumerable.Range(0, OnnxClassifier.Digits)
               from embedding in rehearsal.Draw(digit, _options.RehearsalDraws, new Random(digit))
               select new WeightedEmbedding(embedding, layer.Predict(embedding), weight),
        ];
    }

    /// <summary>The logits of each example by a layer that was fitted to the other folds.</summary>
    private static float[][] JudgeFolds(
        int[] folds, List<WeightedEmbedding[]> embedded, LastLayer shipped, Func<IEnumerable<WeightedEmbedding>, LastLayer> fit)
    {
        var logits = new float[folds.Length][];
        var all = folds.Distinct().ToList();
        foreach (var heldOut in all)
        {
            var layer = all.Count == 1 ? shipped : fit(embedded.Where((_, i) => folds[i] != heldOut).SelectMany(copies => copies));
            foreach (var i in Enumerable.Range(0, folds.Length).Where(i => folds[i] == heldOut))
                logits[i] = [.. layer.Logits(embedded[i][0].Embedding.Span)];
        }

        return logits;
    }

    private JsonElement Describe(ModelManifest shipped, List<TrainingExample> examples, double temperature)
    {
        var players = examples.Select(example => example.Player).Distinct().Count();
        return shipped.TrainedOnToo(new
        {
            lessons = $"{examples.Count:N0} marked drawings of {players:N0} players, and {_options.Copies} varied copies of each",
            start = $"{shipped.Algorithm}, version {shipped.Version}",
            rehearsal = $"{_options.RehearsalDraws:N0} embeddings of each digit, drawn from the mean and covariance of MNIST's training "
                + $"images; they count as {_options.RehearsalWeight:N0} drawings",
            shrinkage = _options.Shrinkage,
            temperature = Math.Round(temperature, 4),
        });
    }

    private sealed record Shipped(ModelManifest Manifest, byte[] Model, byte[] Rehearsal);
}
