using GameNight.Identity.Names;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>What a player did in an evening. A drawing counts once it is marked; it is recognised where the chosen contestant's guess is the mark.</summary>
/// <param name="Handle">The player's <see cref="PlayerHandle"/>.</param>
/// <param name="Marked">How many drawings were marked.</param>
/// <param name="Recognised">How many of them were recognised.</param>
/// <param name="Streak">The most recognised ones in a row, by the time at which they were drawn.</param>
/// <param name="Fastest">The quickest recognised one in milliseconds, from the pen's first touch to its last; null where no time is known.</param>
/// <param name="Guesses">How many guesses all contestants in service made of the marked drawings.</param>
/// <param name="Right">How many of those were right.</param>
public sealed record PlayerScore(string Handle, int Marked, int Recognised, int Streak, int? Fastest, int Guesses, int Right)
{
    /// <summary>So many marked drawings it takes to say how well a hand can be read.</summary>
    public const int Enough = 10;

    /// <summary>The share of all guesses that were right, 0..1; null with fewer than <see cref="Enough"/> marked drawings.</summary>
    public double? Legibility => Marked < Enough || Guesses == 0 ? null : (double)Right / Guesses;

    /// <summary>
    /// Its 95 % interval. The contestants err on the same drawings, so their guesses do not count for more than the drawings do:
    /// Wilson's interval with n = <see cref="Marked"/>, which is rather too wide than too narrow.
    /// </summary>
    public (double Low, double High)? LegibilityInterval => Legibility is { } share ? Proportion.Interval(share, Marked) : null;
}
