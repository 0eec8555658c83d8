using GameNight.Statistics;

namespace GameNight.Retraining.Evaluation;

/// <summary>What the gate decided about a candidate.</summary>
/// <param name="Activates">Whether it goes into service at once.</param>
/// <param name="Reasons">Why not, in words; empty where it does.</param>
/// <param name="Tries">Whether it is tried on shadow, because the evidence at hand cannot tell.</param>
/// <param name="Findings">What was found, in sentences.</param>
/// <param name="Belief">What is believed of its gain for strangers over the version in service; null where nothing was learned.</param>
/// <param name="Objections">The kinds of its reasons, each once; null where nothing was learned, or in a report of an older build.</param>
public sealed record PromotionDecision(
    bool Activates, IReadOnlyList<string> Reasons, bool Tries = false, IReadOnlyList<string>? Findings = null,
    NormalMixture? Belief = null, IReadOnlyList<GateObjection>? Objections = null);
