using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>The result of a training run on labels of which some are wrong.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Round">The number of the round, from 1.</param>
/// <param name="Examples">The examples of this round and of all before.</param>
/// <param name="Suspects">The labels that wait for the host.</param>
/// <param name="State">The end of the run, activated or refused.</param>
/// <param name="Words">The description of the run's end.</param>
/// <param name="Shipped">The guesses of the version that ships at the trusted drawings.</param>
/// <param name="Before">The guesses of the version that was in service before the run.</param>
/// <param name="Candidate">The guesses of the trained version; null if none was trained.</param>
internal sealed record RoundResult(
    string Scenario,
    int Round,
    IReadOnlyList<NoisyExample> Examples,
    IReadOnlyList<DoubtedLabel> Suspects,
    RunState State,
    string Words,
    int[] Shipped,
    int[] Before,
    int[]? Candidate);
