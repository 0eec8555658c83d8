using GameNight.Tests.Training.Examples;
using GameNight.Training.Examples;

namespace GameNight.Tests.Retraining.Tuning;

/// <summary>Synthetic drawings of twelve players who write mirrored, which the version that ships cannot read.</summary>
internal static class TuningExamples
{
    private const int Players = 12;

    public static List<TrainingExample> Draw(int count) =>
    [
        .. SyntheticExamples.Draw(count, seed: 1, SyntheticExamples.Mirrored)
            .Select((example, i) => example with { Player = $"player {i / 10 % Players}" }),
    ];
}
