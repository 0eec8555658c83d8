using GameNight.Observations.Store;
using GameNight.Scoreboard.Charts;

namespace GameNight.Scoreboard.Tonight;

/// <summary>Says what is special about a drawing that most contestants misread.</summary>
public static class UpsetFormatter
{
    /// <summary><c>A 7 that nobody read.</c>, <c>A 7 that only k-means read.</c>, <c>A 7 that 6 of 8 misread.</c></summary>
    /// <param name="drawing">With a label.</param>
    /// <param name="nameOf">The name of an algorithm by its id.</param>
    public static string Of(Observation drawing, Func<string, string> nameOf)
    {
        var digit = drawing.Label!.Digit;
        var readers = drawing.Guesses.Where(guess => guess.Digit == digit).Select(guess => nameOf(guess.Algorithm)).ToList();
        var what = digit == 8 ? "An 8" : $"A {digit}";
        return readers.Count switch
        {
            0 => $"{what} that none of {drawing.Guesses.Count} read.",
            <= 2 => $"{what} that only {Enumeration.Of(readers)} read.",
            _ => $"{what} that {drawing.Guesses.Count - readers.Count} of {drawing.Guesses.Count} misread.",
        };
    }
}
