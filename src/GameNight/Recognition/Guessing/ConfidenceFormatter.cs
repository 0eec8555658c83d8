using System.Globalization;

namespace GameNight.Recognition.Guessing;

/// <summary>Writes a guess's confidence in whole percents.</summary>
internal static class ConfidenceFormatter
{
    /// <summary><c>98 %</c>; <c>&gt;99 %</c> for what would round to 100 % and is less than certain.</summary>
    public static string Of(Guess guess) => guess.Confidence switch
    {
        >= 0.995f and < 1 => ">99 %",
        var share => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %",
    };
}
