using System.Globalization;

namespace GameNight.Recognition.Guessing;

/// <summary>How sure a contestant is, in whole percents.</summary>
internal static class ConfidenceFormatter
{
    /// <summary><c>98 %</c>; what is not quite certain is never said to be.</summary>
    public static string Of(Guess guess) => guess.Confidence switch
    {
        >= 0.995f and < 1 => ">99 %",
        var share => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %",
    };
}
