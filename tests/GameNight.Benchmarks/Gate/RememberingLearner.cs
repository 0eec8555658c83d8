using GameNight.Retraining.Evaluation;
using GameNight.Training.Examples;

namespace GameNight.Benchmarks.Gate;

/// <summary>A learner that learns the same examples with the same folds once: several gates are asked about the same candidate.</summary>
/// <param name="learner">The real one.</param>
/// <param name="known">What was learned before.</param>
internal sealed class RememberingLearner(ILearner learner, Dictionary<string, LearnedVersion> known) : ILearner
{
    public string Algorithm => learner.Algorithm;

    public async Task<LearnedVersion> LearnAsync(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<int> folds,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        // The secret of each game is another one, and so are its folds; who is in which decides nothing.
        var key = $"{Algorithm} {TrainingReport.Digest(examples, [], "")}";
        if (known.TryGetValue(key, out var learned))
            return learned;
        return known[key] = await learner.LearnAsync(examples, folds, progress, cancellation);
    }
}
