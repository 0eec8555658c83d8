using GameNight.Models;

namespace GameNight.Training.Examples;

/// <summary>Makes a new version of one algorithm out of what people marked. What it makes is not measured, published or in service by that.</summary>
public interface ILearner
{
    /// <summary>The algorithm that learns, <c>app-network</c> for example.</summary>
    string Algorithm { get; }

    /// <summary>Why it cannot learn on this machine, in words; null where it can. It is not sent to school by itself then, and says so when asked.</summary>
    string? Obstacle => null;

    /// <summary>
    /// Learns from the version that ships and from all lessons, never from what an earlier run learned: a bad night leaves
    /// nothing behind. The same lessons in the same order give the same model.
    /// </summary>
    /// <param name="lessons">At least one; in any order.</param>
    /// <param name="progress">Hears how far it is. Called on the learner's thread.</param>
    /// <param name="cancellation">Asked often enough to end within a second.</param>
    /// <returns>A version without metrics, ready to be judged and published.</returns>
    /// <exception cref="InvalidModelException">The version to learn from cannot be read.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    Task<ModelPackage> LearnAsync(IReadOnlyList<TrainingExample> lessons, Action<LearningProgress> progress, CancellationToken cancellation);
}
