using System.Numerics.Tensors;
using System.Text.Json;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;

namespace GameNight.Training.Network;

/// <summary>
/// Refits the last layer of the network that ships: on the lessons and varied copies of them, and on what it knew, so that
/// nothing is forgotten. Seconds, because the embeddings are computed once and the rest is convex.
/// </summary>
/// <param name="library">Holds the version that ships.</param>
/// <param name="options">How; null for as measured.</param>
public sealed class AppNetworkLearner(ModelLibrary library, AppNetworkOptions? options = null) : ILearner
{
    private const int Folds = 3;

    /// <summary>How far the temperature is expected to lie from the shipped layer's, as a share: a few lessons that are all right say little about it.</summary>
    private const double Doubt = 0.2;

    private readonly AppNetworkOptions _options = options ?? new AppNetworkOptions();

    public string Algorithm => AppNetwork.Algorithm;

    public async Task<ModelPackage> LearnAsync(IReadOnlyList<TrainingExample> lessons, Action<LearningProgress> progress, CancellationToken cancellation)
    {
        if (lessons.Count == 0)
            throw new ArgumentException("There is nothing to learn from.", nameof(lessons));
        var manifest = await library.ReadShippedAsync(Algorithm, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        var memory = await library.ReadFileAsync(new ModelKey(Algorithm, manifest.Version), Rehearsal.File, cancellation);
        return await Task.Run(() => Learn(new Shipped(manifest, model, memory), [.. lessons.OrderBy(lesson => lesson.Id)], progress, cancellation), cancellation);
    }

    private ModelPackage Learn(Shipped shipped, IReadOnlyList<TrainingExample> lessons, Action<LearningProgress> progress, CancellationToken cancellation)
    {
        progress(new LearningProgress(0, "looks at the drawings"));
        var before = LastLayer.Read(shipped.Model);
        var examples = Look(shipped, lessons, before, cancellation);
        var known = Remember(Rehearsal.Parse(shipped.Memory), before);

        progress(new LearningProgress(0.6, "weighs them"));
        LastLayer Fit(IEnumerable<WeightedEmbedding> seen) => new LastLayerFit(before, _options.Shrinkage, [.. seen, .. known]).Run(cancellation: cancellation);
        var fitted = Fit(examples.SelectMany(copies => copies));

        progress(new LearningProgress(0.8, "checks how sure to be"));
        var temperature = Calibrate(lessons, examples, Fit);
        progress(new LearningProgress(1, "has learned"));
        return new ModelPackage(
            shipped.Manifest with { Metrics = [], TrainedOn = Describe(shipped.Manifest, lessons, temperature) },
            fitted.At(temperature).WriteTo(shipped.Model),
            new Dictionary<string, byte[]> { [Rehearsal.File] = shipped.Memory });
    }

    /// <summary>Each lesson: first the drawing's own embedding, then those of its copies.</summary>
    private List<WeightedEmbedding[]> Look(Shipped shipped, IReadOnlyList<TrainingExample> lessons, LastLayer before, CancellationToken cancellation)
    {
        using var network = new Embeddings(shipped.Manifest, shipped.Model);
        var each = _options.Copies + 1;
        var embeddings = network.Of(lessons.Count * each, i => ExampleVariations.Vary(lessons[i / each], i % each), _options.Threads, cancellation);
        return [.. embeddings.Chunk(each).Zip(lessons, (copies, lesson) =>
        {
            var target = before.Predict(copies[0]);
            TensorPrimitives.Multiply(target, (float)(1 - _options.Trust), target);
            target[lesson.Digit] += (float)_options.Trust;
            return Array.ConvertAll(copies, embedding => new WeightedEmbedding(embedding, target, 1.0 / each));
        })];
    }

    /// <summary>What the shipped layer says of draws, and not only which digit they were drawn for: where it was unsure it may stay so.</summary>
    private List<WeightedEmbedding> Remember(Rehearsal memory, LastLayer before) =>
    [
        .. from digit in Enumerable.Range(0, OnnxClassifier.Digits)
           from embedding in memory.Draw(digit, _options.Draws, new Random(digit))
           select new WeightedEmbedding(embedding, before.Predict(embedding), _options.Knowledge / (OnnxClassifier.Digits * _options.Draws)),
    ];

    /// <summary>The temperature for people that nothing was learned from: each third of the players is judged by a layer that learned from the others.</summary>
    private static double Calibrate(IReadOnlyList<TrainingExample> lessons, List<WeightedEmbedding[]> examples, Func<IEnumerable<WeightedEmbedding>, LastLayer> fit)
    {
        var fold = ExampleFolds.Of(lessons, Folds);
        var (scores, labels) = (new List<float>(), new List<int>());
        foreach (var held in fold.Distinct())
        {
            var layer = fit(examples.Where((_, i) => fold[i] != held).SelectMany(copies => copies));
            foreach (var i in Enumerable.Range(0, lessons.Count).Where(i => fold[i] == held))
            {
                scores.AddRange(layer.Scores(examples[i][0].Embedding.Span));
                labels.Add(lessons[i].Digit);
            }
        }

        return Temperature.Fit([.. scores], labels, Doubt);
    }

    private JsonElement Describe(ModelManifest shipped, IReadOnlyList<TrainingExample> lessons, double temperature) => shipped.TrainedOnToo(new
    {
        lessons = $"{lessons.Count:N0} marked drawings of {lessons.Select(lesson => lesson.Player).Distinct().Count():N0} players, and {_options.Copies} varied copies of each",
        start = $"{shipped.Algorithm}, version {shipped.Version}",
        rehearsal = $"{_options.Draws:N0} embeddings of each digit, drawn from the mean and covariance of MNIST's training images; they count as {_options.Knowledge:N0} drawings",
        shrinkage = _options.Shrinkage,
        temperature = Math.Round(temperature, 4),
    });

    private sealed record Shipped(ModelManifest Manifest, byte[] Model, byte[] Memory);
}
