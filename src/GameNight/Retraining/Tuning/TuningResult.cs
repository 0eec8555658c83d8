using GameNight.Statistics;

namespace GameNight.Retraining.Tuning;

/// <summary>What a search found.</summary>
/// <param name="Tried">
/// The settings, the best first, then those that were tried most often and lost least: their values, how many trainings each had, the
/// share of right answers and the mean log loss over all of those.
/// </param>
/// <param name="Best">The values of the best settings.</param>
/// <param name="Loss">
/// The best settings' log loss less that of the current ones on players who took no part, in nats; null where the current ones are best.
/// </param>
/// <param name="Right">Likewise their share of right answers less that of the current ones.</param>
/// <param name="Seconds">The time of all trainings.</param>
internal sealed record TuningResult(
    IReadOnlyList<(IReadOnlyList<double> Values, int Trials, double Right, double Loss)> Tried,
    IReadOnlyList<double> Best,
    ClusteredMean? Loss,
    ClusteredMean? Right,
    double Seconds)
{
    /// <summary>Whether the best settings are better on those players, beyond chance, and not less often right.</summary>
    public bool IsBetter => Loss is { High: < 0 } && Right is { Mean: >= 0 };
}
