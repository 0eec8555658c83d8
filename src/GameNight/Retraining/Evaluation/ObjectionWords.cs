namespace GameNight.Retraining.Evaluation;

/// <summary>Why the gate refused a candidate, in the few words that a guest has time for.</summary>
public static class ObjectionWords
{
    /// <param name="decision">What the gate decided.</param>
    /// <param name="before">What it was compared with: <c>version 5</c>, <c>before</c>.</param>
    /// <returns>
    /// The gravest of its reasons; null where it refused nothing, or in a report of an older build, which does not say what kind its
    /// reasons are of.
    /// </returns>
    public static string? Of(PromotionDecision decision, string before) =>
        decision is { Activates: false, Tries: false, Objections: { Count: > 0 } objections }
            ? objections.Min() switch
            {
                GateObjection.TooFew => "too few people have played to judge it",
                GateObjection.Forgot => "it forgot too much of what it knew",
                GateObjection.Digit => "it lost too much on a single digit",
                GateObjection.WorseForPlayers => $"worse than {before} for the people who play here",
                GateObjection.WorseForStrangers => $"worse than {before} for strangers",
                GateObjection.WorseThanFirst => "worse than the version that came with the game",
                _ => null,
            }
            : null;
}
