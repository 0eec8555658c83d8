namespace GameNight.Benchmarks.Training;

/// <summary>A measurement of the learning curve, as it is written to JSON.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Marks">The number of labelled drawings that were learned; 0 for the version that ships.</param>
/// <param name="Fold">The fifth of the writers whose drawings were the test set, 0 to 4.</param>
/// <param name="Seed">The seed of the choice of drawings.</param>
/// <param name="Writers">The scores on the drawings of each writer.</param>
/// <param name="TestRight">The number of right guesses on MNIST's test set.</param>
/// <param name="Seconds">The time of the training.</param>
internal sealed record CurvePoint(
    string Algorithm, int Marks, int Fold, int Seed, IReadOnlyList<WriterScore> Writers, int TestRight, double Seconds);
