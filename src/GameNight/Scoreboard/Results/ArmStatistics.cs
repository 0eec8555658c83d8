using GameNight.Observations.Store;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>The plays in which the app, and not the player, chose this algorithm: one arm of the "Surprise me" experiment.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="By">How the app chose; never <see cref="ChosenBy.Player"/>.</param>
/// <param name="Players">How many different players had it chosen for them.</param>
/// <param name="Nights">
/// What it got in each night in which it could have been chosen, by the day number of the night's date.
/// </param>
/// <param name="Plays">How many drawings it was chosen for.</param>
/// <param name="Firsts">
/// The first labelled drawing of each player and night alone. These outcomes are independent, as several drawings of one player are not.
/// </param>
/// <param name="N">How many of the drawings are labelled.</param>
/// <param name="Correct">How many of those it guessed right.</param>
public sealed record ArmStatistics(
    string Algorithm,
    ChosenBy By,
    int Players,
    IReadOnlyDictionary<int, ArmStatistics.Night> Nights,
    int Plays,
    Proportion Firsts,
    int N,
    int Correct)
    : Proportion(N, Correct)
{
    /// <summary>What an arm got in a night in which it could have been chosen.</summary>
    /// <param name="Players">How many players had it chosen for them.</param>
    /// <param name="Plays">For how many drawings it was chosen.</param>
    /// <param name="Expected">How many that would be if all that could be chosen for a drawing had the same chance.</param>
    public readonly record struct Night(int Players, int Plays, double Expected);
}
