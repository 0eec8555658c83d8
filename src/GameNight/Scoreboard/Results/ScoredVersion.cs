namespace GameNight.Scoreboard.Results;

/// <summary>A version of an algorithm that made guesses, in service or on shadow.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Version">The version.</param>
/// <param name="IsShadow">Whether its guesses were recorded without being shown.</param>
public sealed record ScoredVersion(string Algorithm, string Version, bool IsShadow);
