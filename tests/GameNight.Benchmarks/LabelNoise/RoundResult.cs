using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;

namespace GameNight.Benchmarks.LabelNoise;

/// <param name="Way">How the marks went wrong.</param>
/// <param name="Round">1 for the first.</param>
/// <param name="Marks">All so far.</param>
/// <param name="Suspects">Those that wait for the host.</param>
/// <param name="State">Activated or refused.</param>
/// <param name="Words">What the run says.</param>
/// <param name="Shipped">What the version that came with the game reads the trusted drawings as.</param>
/// <param name="Before">The same for the version in service before.</param>
/// <param name="Candidate">The same for what was learned; null where nothing was.</param>
internal sealed record RoundResult(
    string Way, int Round, IReadOnlyList<NoisyExample> Marks, IReadOnlyList<DoubtedLabel> Suspects, RunState State, string Words, int[] Shipped, int[] Before, int[]? Candidate);
