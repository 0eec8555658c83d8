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
/// <param name="Round1">The points of the first round, 0..100; null while it is not full. Likewise the other two.</param>
/// <param name="Round2">The points of the second round.</param>
/// <param name="Round3">The points of the third round.</param>
/// <param name="Drawings">How many drawings the rounds have so far, those of the one that is not full too.</param>
/// <param name="Unanswered">
/// How many drawings the player went on from without saying what they were. They earn and cost nothing, so the board says how many.
/// </param>
public sealed record PlayerScore(
    string Handle, int Labelled, int Recognised, int Streak, int? Fastest, int Guesses, int Correct,
    int? Round1 = null, int? Round2 = null, int? Round3 = null, int Drawings = 0, int Unanswered = 0)
{
    /// <summary>How many drawings in a row are a round. One of them earns at most ten points, so a round is worth 100.</summary>
    public const int RoundLength = 10;

    /// <summary>How many rounds count at most. Who plays on plays for fun, and who comes late can still catch up.</summary>
    public const int MaxRounds = 3;

    /// <summary>What a drawing that all contestants read earns.</summary>
    public const int MaxPoints = 10;

    /// <summary>How many full rounds count, 0..3.</summary>
    public int Rounds => (Round1, Round2, Round3) switch { (null, _, _) => 0, (_, null, _) => 1, (_, _, null) => 2, _ => 3 };

    /// <summary>The points of the first rounds; null where the player has not finished as many.</summary>
    public int? PointsIn(int rounds) =>
        rounds <= Rounds ? ((int?[])[Round1, Round2, Round3]).Take(rounds).Sum() : null;

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
