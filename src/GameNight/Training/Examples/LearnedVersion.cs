using GameNight.Models;

namespace GameNight.Training.Examples;

/// <summary>What a learner made of examples.</summary>
/// <param name="Package">A version without metrics, ready to be evaluated and published.</param>
/// <param name="OutOfFold">
/// For each example, in the caller's order, the probabilities of the ten digits that a model gave that learned from the other folds
/// only, from the same start and calibrated as the package is. Where there is no other fold, it is the version that ships.
/// </param>
public sealed record LearnedVersion(ModelPackage Package, IReadOnlyList<float[]> OutOfFold);
