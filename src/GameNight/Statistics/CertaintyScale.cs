using MathNet.Numerics.Distributions;

namespace GameNight.Statistics;

/// <summary>The one place that turns a test or an interval into <see cref="Certainty"/>.</summary>
public static class CertaintyScale
{
    /// <summary>Below this p value, adjusted for all tests that are shown together, a difference is clear.</summary>
    public const double Clear = 0.01;

    /// <summary>Below this adjusted p value it is probable; from it on, it is too early to say.</summary>
    public const double Probable = 0.1;

    /// <param name="pValue">The adjusted p value, 0..1.</param>
    public static Certainty Of(double pValue) => pValue switch
    {
        < Clear => Certainty.Clearly,
        < Probable => Certainty.Probably,
        _ => Certainty.TooEarly,
    };

    /// <summary>
    /// Compares two shares on different drawings by the interval of their difference, which leaves out 0 at the level of the word.
    /// </summary>
    /// <param name="first">One share; one without answers tells nothing.</param>
    /// <param name="second">The other.</param>
    /// <param name="tests">How many tests stand behind the one word: the levels are divided by it, after Bonferroni.</param>
    public static Certainty Of(Proportion first, Proportion second, int tests = 1) =>
        LeavesOutZero(first, second, Clear / tests) ? Certainty.Clearly
        : LeavesOutZero(first, second, Probable / tests) ? Certainty.Probably
        : Certainty.TooEarly;

    private static bool LeavesOutZero(Proportion first, Proportion second, double level) =>
        ProportionDifference.Of(first, second, Normal.InvCDF(0, 1, 1 - level / 2)) is { Low: > 0 } or { High: < 0 };
}
