using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How often one version's guesses were right.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Version">The version.</param>
/// <param name="IsShadow">Whether it guessed on shadow.</param>
/// <param name="First">When the first labelled drawing that it guessed was drawn.</param>
/// <param name="Last">When the last one was drawn.</param>
/// <param name="N">How many labelled drawings it guessed.</param>
/// <param name="Correct">How many of them it guessed right.</param>
public sealed record VersionStatistics(
    string Algorithm, string Version, bool IsShadow, DateTimeOffset First, DateTimeOffset Last, int N, int Correct)
    : Proportion(N, Correct);
