using GameNight.Observations.Store;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>What came of the plays in which the app chose this algorithm.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="By">How the app chose; never <see cref="ChosenBy.Player"/>.</param>
/// <param name="Players">How many players met it.</param>
/// <param name="Nights">How many of them in each night in which it could have been chosen, by the day number of its date.</param>
/// <param name="Plays">How many drawings it was chosen for.</param>
/// <param name="Firsts">The first marked drawing of each player and night alone: these outcomes do not hang together as those of one player do.</param>
/// <param name="N">How many of them were marked.</param>
/// <param name="Correct">How many of those it got right.</param>
public sealed record ArmStatistics(string Algorithm, ChosenBy By, int Players, IReadOnlyDictionary<int, int> Nights, int Plays, Proportion Firsts, int N, int Correct) : Proportion(N, Correct);
