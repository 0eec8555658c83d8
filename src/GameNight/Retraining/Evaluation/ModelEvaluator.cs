using System.Collections.Concurrent;
using GameNight.Models;
using GameNight.Recognition.Guessing;

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
    /// <param name="judged">Players' drawings, with the answers of what did not learn from them.</param>
    /// <param name="trusted">Drawings of people from whom nothing learns; null for none.</param>
    /// <param name="progress">Called with how much is done, 0 to 1.</param>
    /// <param name="cancellation">Checked between the drawings.</param>
    /// <returns>The comparison on the players' drawings, then on the trusted ones if there are any, then one for each guard set.</returns>
    /// <exception cref="InvalidModelException">One of the versions cannot guess.</exception>
    public async Task<IReadOnlyList<ModelComparison>> CompareAsync(
        ModelPackage candidate, ModelKey active, ModelKey first, JudgedDrawings judged, TrustedInk? trusted, Action<double> progress,
        CancellationToken cancellation)
    {
        IReadOnlyList<EvaluationSet> sets = await guards.ReadAsync(cancellation);
        if (trusted is not null)
            sets = [trusted.Set, .. sets];
        using var candidateModel = OnnxClassifier.Load(candidate.As("1", DateTimeOffset.UnixEpoch), candidate.Model);
        using var activeModel = await OnnxClassifier.LoadAsync(library, active, cancellation);
        using var firstModel = await OnnxClassifier.LoadAsync(library, first, cancellation);
        return await Task.Run(() =>
        {
            var players = judged.ToSet();
            var comparisons = new List<ModelComparison>
            {
                ModelComparison.Of(
                    players,
                    PredictionResults.Of(Join(judged.Candidate), players.Digits),
                    PredictionResults.Of(Complete(activeModel, judged, players, cancellation), players.Digits),
                    Predict(firstModel, players, cancellation)),
            };
            foreach (var set in sets)
            {
                comparisons.Add(ModelComparison.Of(
                    set,
                    Predict(candidateModel, set, cancellation),
                    PredictOnce(active, activeModel, set, cancellation),
                    PredictOnce(first, firstModel, set, cancellation)));
                progress((double)comparisons.Count / (sets.Count + 1));
            }

            return comparisons;
        }, cancellation);
    }

    private PredictionResults PredictOnce(ModelKey key, OnnxClassifier classifier, EvaluationSet set, CancellationToken cancellation) =>
        _cache.TryGetValue((key, set.Name), out var known) ? known : _cache[(key, set.Name)] = Predict(classifier, set, cancellation);

    /// <summary>What the version in service answered out of fold, and its own answers where it has not learned from the player.</summary>
    private float[] Complete(OnnxClassifier active, JudgedDrawings judged, EvaluationSet players, CancellationToken cancellation)
    {
        var answers = Answer(active, players, cancellation);
        for (var i = 0; i < judged.Active.Count; i++)
            judged.Active[i]?.CopyTo(answers, i * OnnxClassifier.Digits);
        return answers;
    }

    private static float[] Join(IReadOnlyList<float[]> answers) => [.. answers.SelectMany(answer => answer)];

    private PredictionResults Predict(OnnxClassifier classifier, EvaluationSet set, CancellationToken cancellation) =>
        PredictionResults.Of(Answer(classifier, set, cancellation), set.Digits);

    private float[] Answer(OnnxClassifier classifier, EvaluationSet set, CancellationToken cancellation)
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
        return probabilities;
    }
}
