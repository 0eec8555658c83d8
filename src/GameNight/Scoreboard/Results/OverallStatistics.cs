namespace GameNight.Scoreboard.Results;

/// <summary>The numbers behind the charts.</summary>
/// <param name="Observations">How many drawings there are.</param>
/// <param name="Labelled">How many of them somebody marked.</param>
/// <param name="Algorithms">One for each algorithm that guessed a marked drawing, by id.</param>
public sealed record OverallStatistics(int Observations, int Labelled, IReadOnlyList<AlgorithmStatistics> Algorithms);
