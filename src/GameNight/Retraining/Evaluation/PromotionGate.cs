using static GameNight.Retraining.Evaluation.GateWords;

namespace GameNight.Retraining.Evaluation;

/// <summary>
/// Decides what becomes of a candidate. It must not have forgotten what the version in service or, so that small losses cannot add up,
/// the first approved one knew, and must not do harm to tonight's players; then trusted strangers put it into service at once. Where
/// nobody can tell, a trial has to.
/// </summary>
/// <remarks>
/// Harm and gain are different questions. An evening's own players cannot prove a gain: mistakes sit with few people, so that the
/// interval over people is wider than any gain. They can rule out a large loss.
/// </remarks>
public static class PromotionGate
{
    /// <summary>The fewest players' drawings that a candidate is judged by.</summary>
    public const int MinJudged = 20;

    /// <summary>The fewest players who drew them.</summary>
    public const int MinPlayers = 3;

    /// <summary>The largest loss for tonight's players that need not be ruled out before a candidate goes into service, 0 to 1.</summary>
    public const double HarmMargin = 0.01;

    /// <summary>The loss for strangers that counts as harm, 0 to 1.</summary>
    public const double Harm = 0.001;

    /// <summary>The highest probability of <see cref="Harm"/> with which a candidate goes into service.</summary>
    public const double MaxRisk = 0.05;

    /// <summary>The probability of being worse for strangers from which on a trial is not worth the while.</summary>
    public const double MinHopeless = 0.9;

    /// <summary>The largest loss of accuracy on a guard set, or on trusted ink, that is allowed, 0 to 1.</summary>
    public const double GuardLoss = 0.003;

    /// <summary>The largest loss of accuracy on one digit that is allowed, 0 to 1.</summary>
    public const double DigitLoss = 0.03;

    /// <summary>The fewest drawings whose loss counts: one or two say nothing, however few there are of a digit.</summary>
    private const int MinLost = 3;

    /// <summary>
    /// The same for a digit of tonight's players, of whose drawings there are few: that five of five differences go against a candidate
    /// has a probability of 3 % where there is no difference, and ten digits are looked at.
    /// </summary>
    private const int MinLostOfPlayers = 5;

    /// <summary>A loss of exactly what is allowed must not fail for the rounding of a subtraction.</summary>
    private const double Rounding = 1e-9;

    public static PromotionDecision Decide(GateEvidence evidence)
    {
        IReadOnlyList<ModelComparison> known = evidence.Trusted is { } ink ? [ink, .. evidence.Guards] : evidence.Guards;
        List<Reason> refusals =
        [
            .. CheckPlayers(evidence.Players), .. CheckDigits(evidence.Players, MinLostOfPlayers), .. CheckStrangers(evidence),
            .. known.SelectMany(CheckGuard), .. known.SelectMany(set => CheckDigits(set, MinLost)),
        ];
        List<Reason> doubts =
            refusals.Count > 0 ? [] : [.. FindDoubts(evidence).Select(words => new Reason(GateObjection.Undecided, words))];
        List<Reason> reasons = refusals.Count > 0 ? refusals : doubts;
        return new PromotionDecision(
            Activates: reasons.Count == 0, [.. reasons.Select(reason => reason.Words)], Tries: doubts.Count > 0, Describe(evidence),
            evidence.Belief, [.. reasons.Select(reason => reason.Kind).Distinct()]);
    }

    /// <summary>What speaks against a candidate among tonight's players.</summary>
    private static IEnumerable<Reason> CheckPlayers(ModelComparison players)
    {
        if (players.Candidate.N < MinJudged || players.Gain is not { } gain || gain.Clusters < MinPlayers)
        {
            yield return new(
                GateObjection.TooFew,
                $"only {players.Candidate.N} drawings of {players.Gain?.Clusters ?? 0} people can decide; it takes {MinJudged} of "
                + $"{MinPlayers}, who have been here for a while and did not draw over the API");
            yield break;
        }

        foreach (var (name, difference, isFirst) in Baselines(gain, players.GainOverFirst!))
        {
            if (difference.High < 0)
            {
                yield return new(
                    isFirst ? GateObjection.WorseThanFirst : GateObjection.WorseForPlayers,
                    $"worse than {name} for players from whom it had not learned: {Interval(difference)}");
            }
        }

        var lost = players.First.Correct - players.Candidate.Correct;
        if (lost >= MinLost && lost > HarmMargin * players.Candidate.N)
        {
            yield return new(
                GateObjection.WorseThanFirst, "worse than the first approved version for players from whom it had not learned: "
                + $"{Percent(players.Candidate)} against {Percent(players.First)} right");
        }
    }

    /// <summary>What speaks against a candidate among trusted strangers.</summary>
    private static IEnumerable<Reason> CheckStrangers(GateEvidence evidence) =>
        from belief in Baselines(evidence.Belief, evidence.BeliefOverFirst)
        let risk = belief.Value.Below(0)
        where risk >= MinHopeless
        select new Reason(
            belief.IsFirst ? GateObjection.WorseThanFirst : GateObjection.WorseForStrangers,
            Text($"worse than {belief.Name} for strangers, with a probability of {100 * risk:0} %"));

    /// <summary>Why nobody can tell yet whether a candidate that has nothing against it is better.</summary>
    private static IEnumerable<string> FindDoubts(GateEvidence evidence)
    {
        if (evidence.Players.Gain!.AtLeast < -HarmMargin)
        {
            yield return Text($"a loss of {100 * HarmMargin:0} point for those who play here is not ruled out: ")
                + Interval(evidence.Players.Gain);
        }

        if (evidence.Trusted is not { } trusted)
        {
            yield return "there is no trusted ink that could show a gain for strangers";
            yield break;
        }

        foreach (var (name, belief, _) in Baselines(evidence.Belief, evidence.BeliefOverFirst))
        {
            if (belief.Below(-Harm) > MaxRisk)
            {
                yield return Text($"it may be worse than {name} for strangers, by {100 * Harm:0.0} points or more with a probability of ")
                    + Text($"{100 * belief.Below(-Harm):0} % ({100 * MaxRisk:0} % is allowed)");
            }
            else if (belief.Mean <= 0)
            {
                yield return $"no gain over {name} is expected for strangers";
            }
        }

        if (trusted.Candidate.Correct < trusted.Active.Correct)
            yield return $"it reads fewer drawings of trusted strangers: {Percent(trusted.Candidate)} against {Percent(trusted.Active)}";
    }

    private static IEnumerable<Reason> CheckGuard(ModelComparison guard)
    {
        foreach (var (name, score, isFirst) in Baselines(guard.Active, guard.First))
        {
            var loss = score.Accuracy - guard.Candidate.Accuracy;
            if (loss > GuardLoss + Rounding)
            {
                yield return new(
                    guard.Set != TrustedInk.SetName ? GateObjection.Forgot
                        : isFirst ? GateObjection.WorseThanFirst : GateObjection.WorseForStrangers,
                    Text($"loses {100 * loss:0.00} points against {name} on the set {guard.Set} ")
                    + Text($"({100 * GuardLoss:0.0} are allowed): ")
                    + $"{Percent(guard.Candidate)} against {Percent(score)}");
            }
        }
    }

    private static IEnumerable<Reason> CheckDigits(ModelComparison comparison, int minLost) =>
        from digit in comparison.Digits
        let baseline = Baselines(digit.Active, digit.First).MaxBy(baseline => baseline.Value.Correct)
        let loss = baseline.Value.Accuracy - digit.Candidate.Accuracy
        where baseline.Value.Correct - digit.Candidate.Correct >= minLost && loss > DigitLoss + Rounding
        select new Reason(
            GateObjection.Digit,
            Text($"loses {100 * loss:0.0} points against {baseline.Name} on the digit {digit.Digit} ")
            + Text($"of the set {comparison.Set} ({100 * DigitLoss:0} are allowed)"));

    private static (string Name, T Value, bool IsFirst)[] Baselines<T>(T active, T first) =>
        [("the version in service", active, false), ("the first approved version", first, true)];

    private readonly record struct Reason(GateObjection Kind, string Words);
}
