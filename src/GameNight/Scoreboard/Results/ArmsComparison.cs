using GameNight.Observations.Store;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>Compares the algorithms that the app chose: which is best, how sure that is, and whether the experiment may stop.</summary>
/// <remarks>
/// A player who keeps an arm for the night brings all their drawings to it, and how well they draw would be taken for how well the
/// arm guesses: with 40 players of 50 drawings each, equal arms would be called different in a third of the nights. So each player
/// counts once a night, with their first labelled drawing. Where the arm is drawn anew for each drawing, each drawing counts: an even lot
/// gives every player's drawings to all arms alike, so that how they draw makes no difference between arms.
/// </remarks>
/// <param name="Arms">In descending order of the probability of being the best.</param>
/// <param name="SampleRatio">
/// The p value of the sample ratio test over the latest night, 0..1, valid at any time one looks: over its players where they keep an
/// arm, over its drawings where each has an even lot; null where the better arms come more often, and where there are not two.
/// </param>
/// <param name="Winner">The algorithm that is better than all others, valid at any time one looks; null while there is none.</param>
public sealed record ArmsComparison(IReadOnlyList<ArmResult> Arms, double? SampleRatio, string? Winner)
{
    /// <param name="statistics">What was counted of each arm.</param>
    /// <param name="by">The way of choosing that is compared; the other one is left out.</param>
    public static ArmsComparison Of(IReadOnlyList<ArmStatistics> statistics, ChosenBy by)
    {
        var arms = statistics.Where(arm => arm.By == by).ToList();
        var outcomes = arms.ConvertAll(arm => by == ChosenBy.Arm ? arm.Firsts : arm);
        var posteriors = outcomes.ConvertAll(BetaPosterior.Of);
        var best = ProbabilityOfBeingBest.Of(posteriors);
        var results = arms.Select((arm, i) => new ArmResult(arm, outcomes[i], posteriors[i], best[i]));
        return new ArmsComparison(
            [.. results.OrderByDescending(arm => arm.IsBest).ThenBy(arm => arm.Arm.Algorithm, StringComparer.Ordinal)],
            SampleRatioOf(arms, by),
            arms.Count > 1 && StoppingRule.Winner(outcomes) is { } winner ? arms[winner].Algorithm : null);
    }

    /// <summary>The arms differ from night to night, so only the latest is tested, together with its arms that no player got.</summary>
    private static double? SampleRatioOf(IReadOnlyList<ArmStatistics> arms, ChosenBy by)
    {
        var latest = arms.SelectMany(arm => arm.Nights.Keys).DefaultIfEmpty().Max();
        List<ArmStatistics.Night> night = [.. arms.Where(arm => arm.Nights.ContainsKey(latest)).Select(arm => arm.Nights[latest])];
        if (night.Count < 2)
            return null;
        var expected = night.Sum(arm => arm.Expected);
        return by switch
        {
            ChosenBy.Arm => Statistics.SampleRatio.PValue(night.ConvertAll(arm => arm.Players)),
            // A contestant that came late, or left, could be drawn for a part of the drawings only.
            ChosenBy.Lot when expected > 0 => Statistics.SampleRatio.PValue(
                night.ConvertAll(arm => arm.Plays), night.ConvertAll(arm => arm.Expected / expected)),
            _ => null,
        };
    }
}
