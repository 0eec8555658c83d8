using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>A version of an algorithm, and how well it did when it was evaluated after training.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Version">The version.</param>
/// <param name="LearnedFrom">How many labelled drawings it was trained on; 0 for the version that came with the game.</param>
/// <param name="HeldOut">
/// How it did on the drawings of players whom it was not trained on. They grow in number from one training report to the next; the
/// version that came with the game is evaluated on those of the newest report.
/// </param>
public sealed record LearnedVersion(string Algorithm, string Version, int LearnedFrom, Proportion HeldOut);
