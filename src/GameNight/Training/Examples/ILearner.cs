using GameNight.Models;

namespace GameNight.Training.Examples;

/// <summary>Trains new versions of one algorithm on labelled drawings. It does not evaluate, publish or deploy them.</summary>
public interface ILearner
{
    /// <summary>The algorithm, such as <c>app-network</c>.</summary>
    string Algorithm { get; }

    /// <summary>Why it cannot learn on this machine, as a sentence; null if it can. No run is triggered automatically then.</summary>
    string? UnavailableReason => null;

    /// <summary>
    /// Trains a version, starting from the one that ships and never from a later one, so that nothing of a bad night remains. The
    /// same examples give the same model, in any order. The examples are also judged out-of-fold, each by a model that did not learn
    /// from its fold: so every example says what learning does to drawings of people whom it has not seen.
    /// </summary>
    /// <param name="examples">At least one.</param>
    /// <param name="folds">
    /// The fold of each example, 0 or greater: all examples of a player in one, or else the answers are not those of strangers.
    /// </param>
    /// <param name="progress">Called with the progress, on the learner's thread.</param>
    /// <param name="cancellation">Stops the training within a second.</param>
    /// <returns>The version, and the answers out-of-fold.</returns>
    /// <exception cref="ArgumentException">There are no examples, or not as many folds.</exception>
    /// <exception cref="InvalidModelException">The version that ships is invalid.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    Task<LearnedVersion> LearnAsync(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<int> folds,
        Action<LearningProgress> progress,
        CancellationToken cancellation);
}
