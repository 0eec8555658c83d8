using MathNet.Numerics.Distributions;

namespace GameNight.Statistics;

/// <summary>
/// What is believed of an unknown quantity: a mixture of normal distributions. One component may be what is known from before, and a
/// wide one the doubt that it applies.
/// </summary>
/// <param name="Components">At least one.</param>
/// <remarks>
/// Conjugate updating with a normal estimate: A. Gelman et al., "Bayesian Data Analysis", 3rd ed. (2013), sections 2.5 and 5.7. The
/// evidence against a one-sided hypothesis divides the marginal likelihood by the highest one that the hypothesis allows: a mixture
/// as in H. Robbins (1970), over the null as in L. Wasserman, A. Ramdas, S. Balakrishnan, "Universal inference", PNAS 117 (2020); for
/// means of clusters whose variance is estimated, see I. Waudby-Smith et al., "Time-uniform central limit theory and asymptotic
/// confidence sequences", Annals of Statistics 52 (2024).
/// </remarks>
public sealed record NormalMixture(IReadOnlyList<NormalComponent> Components)
{
    public double Mean => Components.Sum(component => component.Weight * component.Mean);

    /// <summary>What is believed after an estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="error">Its standard error, above 0.</param>
    public NormalMixture Given(double estimate, double error)
    {
        var logs = Components.Select(component =>
            Math.Log(component.Weight) + Normal.PDFLn(component.Mean, double.Hypot(component.Deviation, error), estimate)).ToList();
        var (max, precision) = (logs.Max(), 1 / (error * error));
        var total = logs.Sum(log => Math.Exp(log - max));
        return new NormalMixture([.. Components.Zip(logs, (component, log) =>
        {
            var prior = 1 / (component.Deviation * component.Deviation);
            var mean = (component.Mean * prior + estimate * precision) / (prior + precision);
            return new NormalComponent(Math.Exp(log - max) / total, mean, Math.Sqrt(1 / (prior + precision)));
        })]);
    }

    /// <summary>The probability that the quantity lies below a value.</summary>
    public double Below(double value) =>
        Components.Sum(component => component.Weight * Normal.CDF(component.Mean, component.Deviation, value));

    /// <summary>
    /// The natural logarithm of the evidence of an estimate against all values up to a bound. If the true value is such a one, the
    /// probability that it ever reaches ln(c), however often one looks, is at most 1/c (Ville's inequality).
    /// </summary>
    /// <param name="bound">The highest value of the hypothesis.</param>
    /// <param name="estimate">The estimate so far.</param>
    /// <param name="error">Its standard error, above 0.</param>
    public double LogEvidenceAbove(double bound, double estimate, double error)
    {
        var marginal = Math.Log(Components.Sum(component =>
            component.Weight * Normal.PDF(component.Mean, double.Hypot(component.Deviation, error), estimate)));
        return marginal - Normal.PDFLn(Math.Min(bound, estimate), error, estimate);
    }
}
