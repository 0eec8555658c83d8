using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>A version, and what its receipt says about it.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Marks">How many marked drawings it learned from; 0 for the one that came with the game.</param>
/// <param name="Unseen">How it did on the drawings of people whom it did not learn from. Those become more from receipt to receipt; the version that came with the game is judged on the newest one's.</param>
public sealed record LearnedVersion(string Algorithm, string Version, int Marks, Proportion Unseen);
