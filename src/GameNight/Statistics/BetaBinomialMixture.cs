using MathNet.Numerics;

namespace GameNight.Statistics;

/// <summary>
/// Evidence against a rate of success that may be looked at after every outcome: how many times likelier the outcomes so far are
/// if the rate was drawn from a Beta distribution than if it is the one in question.
/// </summary>
/// <param name="Alpha">The first shape parameter of the Beta distribution, above 0.</param>
/// <param name="Beta">The second one, above 0.</param>
/// <remarks>
/// For the true rate this ratio is a nonnegative martingale that starts at 1, so that it ever reaches 1/α with probability at
/// most α (Ville's inequality), whenever and however often one looks. H. Robbins, "Statistical methods related to the law of the
/// iterated logarithm", Annals of Mathematical Statistics 41 (1970) 1397–1409; S. R. Howard, A. Ramdas, J. McAuliffe, J. Sekhon,
/// "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of Statistics 49 (2021) 1055–1080.
/// </remarks>
public sealed record BetaBinomialMixture(double Alpha, double Beta)
{
    /// <summary>The mixture with the uniform distribution.</summary>
    public static BetaBinomialMixture Uniform { get; } = new(1, 1);

    /// <summary>
    /// The natural logarithm of the evidence against a rate. At ln(1/α) or above, the rate is rejected at level α.
    /// </summary>
    /// <param name="outcomes">The outcomes so far.</param>
    /// <param name="rate">The rate in question, 0..1.</param>
    public double LogEvidence(Proportion outcomes, double rate) => LogMarginal(outcomes) - LogLikelihood(outcomes, rate);

    /// <summary>
    /// The natural logarithm of the probability of a sequence of outcomes if the rate was drawn from the distribution.
    /// </summary>
    internal double LogMarginal(Proportion outcomes) =>
        SpecialFunctions.BetaLn(outcomes.Correct + Alpha, outcomes.N - outcomes.Correct + Beta) - SpecialFunctions.BetaLn(Alpha, Beta);

    /// <summary>The natural logarithm of the probability of a sequence of outcomes at one rate.</summary>
    internal static double LogLikelihood(Proportion outcomes, double rate) =>
        Times(outcomes.Correct, rate) + Times(outcomes.N - outcomes.Correct, 1 - rate);

    // 0 · log 0 would be NaN, but no occurrence of an impossible outcome is certain.
    private static double Times(int count, double probability) => count == 0 ? 0 : count * Math.Log(probability);
}
