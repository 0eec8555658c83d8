using GameNight.Retraining.Evaluation;
using GameNight.Statistics;

namespace GameNight.Retraining.Trial;

/// <summary>
/// Decides a trial. It may be asked after every drawing: the evidence is a mixture test, so that looking often does not make a version
/// that gains nothing look better.
/// </summary>
/// <remarks>
/// A version goes into service when the evidence against "it does harm" (<see cref="PromotionGate.Harm"/>) outweighs what was
/// believed before, so that the odds are 19 to 1 (<see cref="PromotionGate.MaxRisk"/>); and it must say something by itself, whatever was
/// believed: who teaches a version what is wrong is not one of the evenings that the belief comes from. The evidence is the mean of two:
/// by how much it gains (<see cref="NormalMixture.LogEvidenceAbove"/> with the standard error of <see cref="ClusteredMean"/>, whose units
/// are people), which is vague where mistakes sit with few people; and how often it wins where both differ
/// (<see cref="SequentialSignTest"/>), where each person has <see cref="MaxVotes"/> votes, however much they draw. The mean of evidence is
/// evidence: V. Vovk, R. Wang, "E-values: calibration, combination and applications", Annals of Statistics 49 (2021) 1736–1754. The votes
/// of one person are taken as independent, which they are not quite: that is why there are so few.
/// </remarks>
public static class TrialTest
{
    /// <summary>The fewest drawings with which a trial can end.</summary>
    public const int MinDrawings = 250;

    /// <summary>The fewest people who drew them.</summary>
    public const int MinPlayers = 5;

    /// <summary>
    /// With how many drawings one person votes: with all, one odd hand would decide for everybody; with one, a trial of ten people hardly
    /// ever ends.
    /// </summary>
    public const int MaxVotes = 3;

    /// <summary>After this many labelled drawings, by whomever, a trial ends, whatever they say.</summary>
    public const int MaxDrawings = 3000;

    /// <summary>
    /// The least evidence, a natural logarithm, however sure the belief before it was. What loses <see cref="PromotionGate.Harm"/>
    /// gets as far with a probability of at most a quarter, however often one looks, if the votes of a person are independent. Twenty to
    /// one would be safer, and let hardly a true gain through (docs/learning.md has the figures).
    /// </summary>
    private static readonly double LeastEvidence = Math.Log(4);

    /// <param name="prior">What was believed of the gain before the trial.</param>
    /// <param name="tally">How the version does.</param>
    public static TrialVerdict Judge(NormalMixture prior, TrialTally tally)
    {
        if (tally.Drawings < MinDrawings || tally.Players < MinPlayers || tally.Gain is not { NormalError: { } error } gain)
            return tally.Seen >= MaxDrawings ? TrialVerdict.Undecided : TrialVerdict.GoesOn;
        if (IsBetter(prior, tally, gain.Mean, error) && tally.Wins >= tally.Losses && !(tally.GainOverFirst?.Mean < 0))
            return TrialVerdict.Better;
        if (prior.Given(gain.Mean, error).Below(0) >= PromotionGate.MinHopeless)
            return TrialVerdict.Worse;
        return Math.Max(tally.Drawings, tally.Seen) >= MaxDrawings ? TrialVerdict.Undecided : TrialVerdict.GoesOn;
    }

    /// <summary>How many more drawings it takes, should they go on like those before; null where they would not decide.</summary>
    /// <inheritdoc cref="Judge"/>
    public static int? Remaining(NormalMixture prior, TrialTally tally)
    {
        if (tally.Drawings == 0 || tally.Gain is not { NormalError: { } error } gain)
            return null;
        for (var drawings = Math.Max(tally.Drawings, MinDrawings); drawings <= MaxDrawings; drawings++)
        {
            // Votes are not extrapolated: who has not told the versions apart by now may never do.
            var later = error * Math.Sqrt((double)tally.Drawings / drawings);
            if ((IsBetter(prior, tally, gain.Mean, later) && tally.Wins >= tally.Losses)
                || prior.Given(gain.Mean, later).Below(0) >= PromotionGate.MinHopeless)
            {
                return drawings - tally.Drawings;
            }
        }

        return null;
    }

    private static bool IsBetter(NormalMixture prior, TrialTally tally, double gain, double error)
    {
        var risk = prior.Below(-PromotionGate.Harm);
        var needed = Math.Max(
            LeastEvidence, Math.Log((1 - PromotionGate.MaxRisk) / PromotionGate.MaxRisk) - Math.Log((1 - risk) / risk));
        var byGain = Math.Exp(prior.LogEvidenceAbove(-PromotionGate.Harm, gain, error));
        var byVotes = Math.Exp(SequentialSignTest.LogEvidence(tally.VotesWon, tally.VotesLost));
        return gain > 0 && Math.Log((byGain + byVotes) / 2) >= needed;
    }
}
