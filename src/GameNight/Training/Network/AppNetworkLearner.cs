using System.Numerics.Tensors;
using System.Text.Json;
using GameNight.Models;
using GameNight.Recognition.Guessing;
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
    private readonly AppNetworkOptions _options = options ?? new AppNetworkOptions();

    public string Algorithm => AppNetwork.Algorithm;

    public async Task<LearnedVersion> LearnAsync(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<int> folds,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        var folded = new FoldedExamples(examples, folds);
        var manifest = await library.ReadShippedAsync(Algorithm, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        var key = new ModelKey(Algorithm, manifest.Version);
        var shipped = new Shipped(manifest, model, await library.ReadFileAsync(key, Rehearsal.FileName, cancellation));
        return await Task.Run(() => Learn(shipped, folded, progress, cancellation), cancellation);
    }

    private LearnedVersion Learn(
        Shipped shipped, FoldedExamples examples, Action<LearningProgress> progress, CancellationToken cancellation)
    {
        progress(new LearningProgress(0, "looks at the drawings"));
        var layer = LastLayer.Read(shipped.Model);
        var embedded = Embed(shipped, examples.Examples, layer, cancellation);
        var rehearsed = DrawEmbeddings(Rehearsal.Parse(shipped.Rehearsal), layer);

        progress(new LearningProgress(0.6, "weighs them"));
        LastLayer Fit(IEnumerable<WeightedEmbedding[]> copies) =>
            new LastLayerFit(layer, _options.Shrinkage, [.. copies.SelectMany(copy => copy), .. rehearsed]).Run(cancellation: cancellation);
        var fitted = Fit(embedded);

        progress(new LearningProgress(0.8, "checks how sure to be"));
        var (temperature, outOfFold) = JudgeOutOfFold(examples, embedded, layer, Fit);
        progress(new LearningProgress(1, "has learned"));
        var package = new ModelPackage(
            shipped.Manifest with { Metrics = [], TrainedOn = Describe(shipped.Manifest, examples.Examples, temperature) },
            fitted.WithTemperature(temperature).WriteTo(shipped.Model),
            new Dictionary<string, byte[]> { [Rehearsal.FileName] = shipped.Rehearsal });
        return new LearnedVersion(package, outOfFold);
    }

    /// <summary>For each example the embedding of the drawing and then those of its copies, which together weigh 1.</summary>
    private List<WeightedEmbedding[]> Embed(
        Shipped shipped, IReadOnlyList<TrainingExample> examples, LastLayer layer, CancellationToken cancellation)
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

    /// <summary>The temperature for unknown players, and each fold judged by a layer that was fitted to the others.</summary>
    private static (float Temperature, IReadOnlyList<float[]> Probabilities) JudgeOutOfFold(
        FoldedExamples examples,
        List<WeightedEmbedding[]> embedded,
        LastLayer shipped,
        Func<IEnumerable<WeightedEmbedding[]>, LastLayer> fit)
    {
        if (examples.Numbers.Count == 1)
            return (1, examples.ToCallersOrder(embedded.ConvertAll(copies => shipped.Predict(copies[0].Embedding.Span))));
        var logits = new float[embedded.Count][];
        foreach (var fold in examples.Numbers)
        {
            var layer = fit(examples.Of(fold, others: true).Select(i => embedded[i]));
            foreach (var i in examples.Of(fold))
                logits[i] = layer.Logits(embedded[i][0].Embedding.Span);
        }

        return OutOfFoldCalibration.Of(examples, logits);
    }

    private JsonElement Describe(ModelManifest shipped, IReadOnlyList<TrainingExample> examples, float temperature)
    {
        var players = examples.Select(example => example.Player).Distinct().Count();
        return shipped.TrainedOnToo(new
        {
            lessons = $"{examples.Count:N0} marked drawings of {players:N0} players, and {_options.Copies} varied copies of each",
            start = $"{shipped.Algorithm}, version {shipped.Version}",
            rehearsal = $"{_options.RehearsalDraws:N0} embeddings of each digit, drawn from the mean and covariance of MNIST's training "
                + $"images; they count as {_options.RehearsalWeight:N0} drawings",
            shrinkage = _options.Shrinkage,
            temperature = MathF.Round(temperature, 4),
        });
    }

    private sealed record Shipped(ModelManifest Manifest, byte[] Model, byte[] Rehearsal);
}
