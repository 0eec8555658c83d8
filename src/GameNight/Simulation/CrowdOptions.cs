namespace GameNight.Simulation;

/// <summary>The size of a crowd, and when it plays.</summary>
/// <param name="Plays">The number of observations.</param>
/// <param name="Start">The start of the first day.</param>
/// <param name="Days">The number of days.</param>
/// <param name="Players">The number of players. Some play often, most of them seldom.</param>
/// <param name="Seed">The seed of all random numbers.</param>
/// <param name="Drawings">The number of different drawings of each digit.</param>
public sealed record CrowdOptions(
    int Plays, DateTimeOffset Start, int Days = 60, int Players = 2_000, int Seed = 1, int Drawings = 300);
