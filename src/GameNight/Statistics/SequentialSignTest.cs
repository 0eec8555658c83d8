using MathNet.Numerics;

namespace GameNight.Statistics;

/// <summary>
/// Evidence that of two outcomes the one is likelier than the other, which may be looked at after every outcome: how many times likelier
/// they are if the rate was drawn from the uniform distribution over one half to 1 than if it is one half.
/// </summary>
/// <remarks>
/// For every rate of at most one half this ratio is a nonnegative supermartingale that starts at 1, so that it ever reaches c with a
/// probability of at most 1/c (Ville's inequality). H. Robbins, "Statistical methods related to the law of the iterated logarithm",
/// Annals of Mathematical Statistics 41 (1970) 1397–1409; A. Ramdas, P. Grünwald, V. Vovk, G. Shafer, "Game-theoretic statistics and
/// safe anytime-valid inference", Statistical Science 38 (2023) 576–601.
/// </remarks>
public static class SequentialSignTest
{
    /// <summary>The natural logarithm of the evidence; 0 without outcomes.</summary>
    /// <param name="wins">How often the outcome came whose rate is in question.</param>
    /// <param name="losses">How often the other one came.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double LogEvidence(int wins, int losses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wins);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        // The Beta distribution of the rate over all of 0 to 1, and its share above one half.
        var whole = SpecialFunctions.BetaLn(wins + 1, losses + 1);
        var share = SpecialFunctions.BetaRegularized(losses + 1, wins + 1, 0.5);
        return Math.Log(2) + whole + Math.Log(share) + (wins + losses) * Math.Log(2);
    }
}
