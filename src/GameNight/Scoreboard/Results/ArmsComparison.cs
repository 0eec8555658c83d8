using GameNight.Observations.Store;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>What the surprises of a night say about the contestants: who is best, how sure that is, and whether one may stop.</summary>
/// <remarks>
/// Who keeps an arm for the night brings all their drawings to it, and how well one draws would be taken for how well the arm
/// guesses: with 40 players of 50 drawings each, equal arms would be called different in a third of the nights. So each player
/// counts once a night, with the first drawing that they marked. Where each drawing is given its arm by lot, each counts.
/// </remarks>
/// <param name="Arms">By how likely each is the best, the likeliest first.</param>
/// <param name="SampleRatio">Where each player kept one: how often as uneven a share of the players of the latest night would come about by chance, 0..1; null otherwise.</param>
/// <param name="Winner">The algorithm that is better than all others, safely so however often one looks; null: go on.</param>
public sealed record ArmsComparison(IReadOnlyList<ArmResult> Arms, double? SampleRatio, string? Winner)
{
    /// <param name="statistics">The arms as they are counted.</param>
    /// <param name="by">Only those that were chosen so; the two ways are not mixed.</param>
    public static ArmsComparison Of(IReadOnlyList<ArmStatistics> statistics, ChosenBy by)
    {
        var arms = statistics.Where(arm => arm.By == by).ToList();
        var outcomes = arms.ConvertAll(arm => by == ChosenBy.Arm ? arm.Firsts : arm);
        var posteriors = outcomes.ConvertAll(BetaPosterior.Of);
        var best = ProbabilityOfBeingBest.Of(posteriors);
        return new ArmsComparison(
            [.. arms.Select((arm, i) => new ArmResult(arm, outcomes[i], posteriors[i], best[i])).OrderByDescending(arm => arm.IsBest).ThenBy(arm => arm.Arm.Algorithm, StringComparer.Ordinal)],
            by == ChosenBy.Arm ? SampleRatioOf(arms) : null,
            arms.Count > 1 && StoppingRule.Winner(outcomes) is { } winner ? arms[winner].Algorithm : null);
    }

    /// <summary>Each night has its own arms, so one is looked at: the latest, with those that nobody got.</summary>
    private static double? SampleRatioOf(IReadOnlyList<ArmStatistics> arms)
    {
        var latest = arms.SelectMany(arm => arm.Nights.Keys).DefaultIfEmpty().Max();
        int[] players = [.. arms.Where(arm => arm.Nights.ContainsKey(latest)).Select(arm => arm.Nights[latest])];
        return players.Length > 1 ? Statistics.SampleRatio.PValue(players) : null;
    }
}
