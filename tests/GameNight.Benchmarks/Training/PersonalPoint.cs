using GameNight.Training.Personal;

namespace GameNight.Benchmarks.Training;

/// <summary>A measurement of one writer's own contestant, as it is written to JSON.</summary>
/// <param name="Writer">The writer.</param>
/// <param name="Seed">The seed of the choice of drawings.</param>
/// <param name="Marks">The number of drawings that were learned, one after the other.</param>
/// <param name="N">The number of other drawings, which were the test set.</param>
/// <param name="Before">The errors of the network that ships.</param>
/// <param name="After">The errors of the writer's own contestant.</param>
/// <param name="Trust">See <see cref="PersonalClassifier.Trust"/>.</param>
/// <param name="SlowestMilliseconds">The longest time of learning one drawing, with its copies.</param>
internal sealed record PersonalPoint(
    string Writer, int Seed, int Marks, int N, int Before, int After, int Trust, double SlowestMilliseconds);
