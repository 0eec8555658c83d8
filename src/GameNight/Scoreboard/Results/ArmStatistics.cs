using GameNight.Observations.Store;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>The plays in which the app, and not the player, chose this algorithm: one arm of the "Surprise me" experiment.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="By">How the app chose; never <see cref="ChosenBy.Player"/>.</param>
/// <param name="Players">How many different players had it chosen for them.</param>
/// <param name="Nights">
/// How many of them there were in each night in which it could have been chosen, by the day number of the night's date.
/// </param>
/// <param name="Plays">How many drawings it was chosen for.</param>
/// <param name="Firsts">
/// The first labelled drawing of each player and night alone. These outcomes are independent, as several drawings of one player are not.
/// </param>
/// <param name="N">How many of the drawings are labelled.</param>
/// <param name="Correct">How many of those it guessed right.</param>
public sealed record ArmStatistics(
    string Algorithm, ChosenBy By, int Players, IReadOnlyDictionary<int, int> Nights, int Plays, Proportion Firsts, int N, int Correct)
    : Proportion(N, Correct);
