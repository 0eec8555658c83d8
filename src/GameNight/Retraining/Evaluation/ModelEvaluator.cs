using System.Collections.Concurrent;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <summary>Compares a candidate with the version in service and the first approved one on the same drawings.</summary>
/// <param name="library">Where the versions are.</param>
/// <param name="guards">The drawings that no version may forget.</param>
/// <param name="threads">How many threads predict.</param>
public sealed class ModelEvaluator(ModelLibrary library, GuardSets guards, int threads)
{
    // Versions and guard sets never change, so neither do a version's results on a guard set.
    private readonly ConcurrentDictionary<(ModelKey, string), PredictionResults> _cache = new();

    /// <param name="candidate">A version that is not published yet.</param>
    /// <param name="active">The version in service.</param>
    /// <param name="first">The version that came with the game.</param>
    /// <param name="heldOut">Drawings by players from whom the candidate did not learn.</param>
    /// <param name="progress">Called with how much is done, 0 to 1.</param>
    /// <param name="cancellation">Checked between the drawings.</param>
    /// <returns>The comparison on the held-out drawings, then one for each guard set.</returns>
    /// <exception cref="InvalidModelException">One of the versions cannot guess.</exception>
    public async Task<IReadOnlyList<ModelComparison>> CompareAsync(
        ModelPackage candidate, ModelKey active, ModelKey first, IReadOnlyList<TrainingExample> heldOut, Action<double> progress,
        CancellationToken cancellation)
    {
        IReadOnlyList<EvaluationSet> sets = [EvaluationSet.HeldOut(heldOut), .. await guards.ReadAsync(cancellation)];
        using var candidateModel = OnnxClassifier.Load(candidate.As("1", DateTimeOffset.UnixEpoch), candidate.Model);
        using var activeModel = await OnnxClassifier.LoadAsync(library, active, cancellation);
        using var firstModel = await OnnxClassifier.LoadAsync(library, first, cancellation);
        return await Task.Run(() =>
        {
            var comparisons = new List<ModelComparison>();
            foreach (var set in sets)
            {
                // The held-out drawings are others in every run.
                var isConstant = set != sets[0];
                comparisons.Add(ModelComparison.Of(
                    set.Name, set.Digits,
                    Predict(candidateModel, set, cancellation),
                    isConstant ? PredictOnce(active, activeModel, set, cancellation) : Predict(activeModel, set, cancellation),
                    isConstant ? PredictOnce(first, firstModel, set, cancellation) : Predict(firstModel, set, cancellation)));
                progress((double)comparisons.Count / sets.Count);
            }

            return comparisons;
        }, cancellation);
    }

    private PredictionResults PredictOnce(ModelKey key, OnnxClassifier classifier, EvaluationSet set, CancellationToken cancellation) =>
        _cache.TryGetValue((key, set.Name), out var known) ? known : _cache[(key, set.Name)] = Predict(classifier, set, cancellation);

    private PredictionResults Predict(OnnxClassifier classifier, EvaluationSet set, CancellationToken cancellation)
    {
        const int Size = 64;
        var probabilities = new float[set.Images.Length * OnnxClassifier.Digits];
        var parts = (set.Images.Length + Size - 1) / Size;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, parts, options, part =>
        {
            var images = set.Images.AsSpan(part * Size, Math.Min(Size, set.Images.Length - part * Size));
            classifier.Predict(images, cancellation).CopyTo(probabilities.AsSpan(part * Size * OnnxClassifier.Digits));
        });
        return PredictionResults.Of(probabilities, set.Digits);
    }
}
