using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;

namespace GameNight.ModelAdmin.Versions;

/// <summary>What is being learned and tried.</summary>
/// <param name="Runs">The training runs, latest first.</param>
/// <param name="Trials">The versions on trial.</param>
public sealed record Learning(IReadOnlyList<TrainingRun> Runs, IReadOnlyList<CandidateTrial> Trials)
{
    public static readonly Learning None = new([], []);
}
