using GameNight.Observations.Store;

namespace GameNight.Scoreboard.Tonight;

/// <summary>Says what was made of a drawing.</summary>
public static class PlayFormatter
{
    /// <summary>
    /// Whether its player may still bet on who guessed: what everybody sees, the player sees, too. Who said what would leave few to bet on.
    /// </summary>
    public static bool HidesItsGuest(Observation play) =>
        play is { ChosenBy: ChosenBy.Lot, Label: null } && play.Votes.All(vote => vote.Player != play.Player);

    /// <summary>
    /// <c>7 of 8 read this 4.</c> once it is answered; before, <c>7 of 8 say 4.</c>, or <c>All 8 say 4.</c>
    /// </summary>
    public static string Of(Observation play)
    {
        var all = play.Guesses.Count;
        if (play.Label is { Digit: var digit })
        {
            return play.Guesses.Count(guess => guess.Digit == digit) switch
            {
                0 => $"Nobody read this {digit}.",
                var right when right == all => $"All {all} read this {digit}.",
                var right => $"{right} of {all} read this {digit}.",
            };
        }

        var said = play.Guesses.GroupBy(guess => guess.Digit).OrderByDescending(one => one.Count()).ThenBy(one => one.Key);
        return said.FirstOrDefault() is not { } most ? "Nobody guessed."
            : most.Count() == all ? $"All {all} say {most.Key}."
            : $"{most.Count()} of {all} say {most.Key}.";
    }
}
