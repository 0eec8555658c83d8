using GameNight.Training.Network;

namespace GameNight.Benchmarks.Training;

/// <param name="Writer">Whose layer.</param>
/// <param name="Seed">Decided on the marks.</param>
/// <param name="Marks">How many drawings were learned, one by one.</param>
/// <param name="N">How many others were judged.</param>
/// <param name="Before">The shipped network's errors among them.</param>
/// <param name="After">The personal layer's.</param>
/// <param name="Gained">While learning: see <see cref="PersonalLayer.Gained"/>.</param>
/// <param name="Lost">While learning.</param>
/// <param name="SlowestMilliseconds">The longest that a mark took, its copies' embeddings included.</param>
internal sealed record PersonalPoint(string Writer, int Seed, int Marks, int N, int Before, int After, int Gained, int Lost, double SlowestMilliseconds);
