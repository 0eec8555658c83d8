using GameNight.Observations.Store;

namespace GameNight.Retraining.Review;

/// <summary>The labels that the latest run doubted, and what became of them.</summary>
/// <param name="Waiting">The first that wait for the host, the most doubtful first.</param>
/// <param name="Doubted">How many the run doubted; of very many, how many are kept.</param>
/// <param name="Decided">How many of them the host has decided on.</param>
/// <param name="Changed">
/// How many of them have another label since, or none: as many as were found before there were enough that wait.
/// </param>
public sealed record Doubts(
    IReadOnlyList<(DoubtedLabel Suspect, Observation Observation)> Waiting, int Doubted, int Decided, int Changed)
{
    public static readonly Doubts None = new([], 0, 0, 0);

    /// <summary>How many wait for the host.</summary>
    public int Left => Doubted - Decided - Changed;
}
