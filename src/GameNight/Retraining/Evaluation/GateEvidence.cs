using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>What the gate is told of a candidate.</summary>
/// <param name="Players">The comparison on players' drawings, each judged by what had not learned from its player.</param>
/// <param name="Trusted">The comparison on recorded ink of people who never play; null where there is none.</param>
/// <param name="Guards">The comparisons on the sets that must not be forgotten.</param>
/// <param name="Prior">What is believed of the gain over the version in service, by the record of the learner.</param>
/// <param name="PriorOverFirst">The same of the gain over the first approved version.</param>
public sealed record GateEvidence(
    ModelComparison Players, ModelComparison? Trusted, IReadOnlyList<ModelComparison> Guards, NormalMixture Prior,
    NormalMixture PriorOverFirst)
{
    /// <summary>What is believed of the gain for strangers over the version in service, after the trusted ink.</summary>
    public NormalMixture Belief => After(Prior, Trusted?.Gain);

    /// <summary>The same over the first approved version.</summary>
    public NormalMixture BeliefOverFirst => After(PriorOverFirst, Trusted?.GainOverFirst);

    private static NormalMixture After(NormalMixture prior, ClusteredMean? gain) =>
        gain is { NormalError: { } error } ? prior.Given(gain.Mean, error) : prior;
}
