namespace GameNight.Scoreboard.Results;

/// <summary>Whose guess it is.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="Version">The version that guessed.</param>
/// <param name="IsShadow">Whether it guessed unseen, on trial.</param>
public sealed record ScoredVersion(string Algorithm, string Version, bool IsShadow);
