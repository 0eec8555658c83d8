using GameNight.Training.Examples;

namespace GameNight.Tests.Retraining;

/// <summary>A learner whose first training begins only when it is cancelled, so that a run cannot end before.</summary>
internal sealed class HeldLearner(ILearner learner) : ILearner
{
    private bool _wasHeld;

    public string Algorithm => learner.Algorithm;

    public async Task<LearnedVersion> LearnAsync(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<int> folds,
        Action<LearningProgress> progress,
        CancellationToken cancellation)
    {
        if (!_wasHeld)
        {
            _wasHeld = true;
            await Eventually.TrueAsync(() => cancellation.IsCancellationRequested);
        }

        return await learner.LearnAsync(examples, folds, progress, cancellation);
    }
}
