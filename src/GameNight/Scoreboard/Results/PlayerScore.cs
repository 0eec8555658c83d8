using GameNight.Identity.Names;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>
/// What a player achieved in an evening. A drawing counts once it is labelled; it is recognised if the chosen contestant guessed the label.
/// </summary>
/// <param name="Handle">The player's <see cref="PlayerHandle"/>.</param>
/// <param name="Labelled">How many drawings are labelled.</param>
/// <param name="Recognised">How many of them were recognised.</param>
/// <param name="Streak">The most recognised ones in a row, in order of the time at which they were drawn.</param>
/// <param name="Fastest">
/// The shortest time for a recognised one, from the pen's first touch to its last, in milliseconds; null where no time is known.
/// </param>
/// <param name="Guesses">How many guesses all contestants in service made of the labelled drawings.</param>
/// <param name="Correct">How many of those guesses were right.</param>
public sealed record PlayerScore(string Handle, int Labelled, int Recognised, int Streak, int? Fastest, int Guesses, int Correct)
{
    /// <summary>How many labelled drawings are needed to state a legibility.</summary>
    public const int MinLabelled = 10;

    /// <summary>The share of all guesses that were right, 0..1; null with fewer than <see cref="MinLabelled"/> labelled drawings.</summary>
    public double? Legibility => Labelled < MinLabelled || Guesses == 0 ? null : (double)Correct / Guesses;

    /// <summary>
    /// The 95 % interval of the legibility. Contestants err on the same drawings, so their guesses are no independent judgements: this is
    /// Wilson's interval with n = <see cref="Labelled"/>, which is rather too wide than too narrow.
    /// </summary>
    public (double Low, double High)? LegibilityInterval => Legibility is { } share ? Proportion.Interval(share, Labelled) : null;
}
