using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How often one version's guess was the marked digit.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Version">The version.</param>
/// <param name="IsShadow">Whether it guessed unseen, on trial.</param>
/// <param name="First">When the first marked drawing that it guessed was drawn.</param>
/// <param name="Last">And the last.</param>
/// <param name="N">How many marked drawings it guessed.</param>
/// <param name="Correct">How many of them it got right.</param>
public sealed record VersionStatistics(string Algorithm, string Version, bool IsShadow, DateTimeOffset First, DateTimeOffset Last, int N, int Correct) : Proportion(N, Correct);
