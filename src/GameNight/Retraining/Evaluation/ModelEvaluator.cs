using System.Collections.Concurrent;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <summary>Lets a candidate, the version in service and the first approved one answer the same drawings.</summary>
/// <param name="library">Where the versions are.</param>
/// <param name="guards">What must not be forgotten.</param>
/// <param name="threads">How many drawings are looked at at a time.</param>
public sealed class ModelEvaluator(ModelLibrary library, GuardSets guards, int threads)
{
    // Versions and guard sets never change: what a version made of one is known for good.
    private readonly ConcurrentDictionary<(ModelKey, string), PredictionResults> _known = new();

    /// <param name="candidate">A version that is not published yet.</param>
    /// <param name="active">The version in service.</param>
    /// <param name="first">The one that came with the game.</param>
    /// <param name="heldOut">Drawings of people whom the candidate did not learn from.</param>
    /// <param name="progress">Hears how much is done, 0 to 1.</param>
    /// <param name="cancellation">Asked between the drawings.</param>
    /// <returns>Held-out drawings first, then the guard sets.</returns>
    /// <exception cref="InvalidModelException">One of them cannot answer.</exception>
    public async Task<IReadOnlyList<ModelComparison>> CompareAsync(
        ModelPackage candidate, ModelKey active, ModelKey first, IReadOnlyList<TrainingExample> heldOut, Action<double> progress, CancellationToken cancellation)
    {
        IReadOnlyList<EvaluationSet> sets = [EvaluationSet.HeldOut(heldOut), .. await guards.ReadAsync()];
        using var challenger = OnnxClassifier.Load(candidate.As("1", DateTimeOffset.UnixEpoch), candidate.Model);
        using var champion = await LoadAsync(active, cancellation);
        using var veteran = await LoadAsync(first, cancellation);
        return await Task.Run(() =>
        {
            var comparisons = new List<ModelComparison>();
            foreach (var set in sets)
            {
                comparisons.Add(ModelComparison.Of(
                    set.Name, set.Digits, Ask(challenger, set, cancellation),
                    Recall(active, champion, set, isGuard: set != sets[0], cancellation), Recall(first, veteran, set, isGuard: set != sets[0], cancellation)));
                progress((double)comparisons.Count / sets.Count);
            }

            return comparisons;
        }, cancellation);
    }

    private PredictionResults Recall(ModelKey key, OnnxClassifier classifier, EvaluationSet set, bool isGuard, CancellationToken cancellation) =>
        !isGuard ? Ask(classifier, set, cancellation)
        : _known.TryGetValue((key, set.Name), out var known) ? known
        : _known[(key, set.Name)] = Ask(classifier, set, cancellation);

    private PredictionResults Ask(OnnxClassifier classifier, EvaluationSet set, CancellationToken cancellation)
    {
        const int Part = 64;
        var probabilities = new float[set.Images.Length * OnnxClassifier.Digits];
        var parts = (set.Images.Length + Part - 1) / Part;
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, part =>
            classifier.Predict(set.Images.AsSpan(part * Part, Math.Min(Part, set.Images.Length - part * Part)), cancellation)
                .CopyTo(probabilities.AsSpan(part * Part * OnnxClassifier.Digits)));
        return PredictionResults.Of(probabilities, set.Digits);
    }

    private async Task<OnnxClassifier> LoadAsync(ModelKey key, CancellationToken cancellation)
    {
        var manifest = await library.ReadManifestAsync(key, cancellation);
        return OnnxClassifier.Load(manifest, await library.ReadModelAsync(manifest, cancellation));
    }
}
