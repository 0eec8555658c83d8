namespace GameNight.Simulation;

/// <summary>How large a crowd is, and when it plays.</summary>
/// <param name="Plays">How many drawings all of them make together.</param>
/// <param name="Start">When the first day begins.</param>
/// <param name="Days">For how long they play.</param>
/// <param name="Players">How many there are; some come often, most of them seldom.</param>
/// <param name="Seed">Decides on whatever is drawn by lot.</param>
/// <param name="Drawings">Of each digit so many are made up, and drawn again and again.</param>
public sealed record CrowdOptions(int Plays, DateTimeOffset Start, int Days = 60, int Players = 2_000, int Seed = 1, int Drawings = 300);
