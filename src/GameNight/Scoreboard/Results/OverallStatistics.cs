namespace GameNight.Scoreboard.Results;

/// <summary>What the statistics endpoint answers.</summary>
/// <param name="Observations">How many drawings there are.</param>
/// <param name="Labelled">How many of them are labelled.</param>
/// <param name="Algorithms">One entry for each algorithm in service that guessed a labelled drawing, in order of id.</param>
public sealed record OverallStatistics(int Observations, int Labelled, IReadOnlyList<AlgorithmStatistics> Algorithms);
