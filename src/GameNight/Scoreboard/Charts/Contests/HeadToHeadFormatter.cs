using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts.Contests;

/// <summary>Puts the comparison of two algorithms on the same drawings into a sentence, without its full stop.</summary>
public static class HeadToHeadFormatter
{
    /// <summary>The sentence about a pair that is shown alone.</summary>
    public static string Of(string first, string second, PairedOutcome outcome) => Of(first, second, outcome, outcome.PValue);

    /// <summary><c>The network beats the trees on 412 drawings to 38; this is not luck</c>, and likewise for other outcomes.</summary>
    /// <param name="first">The first algorithm's name, as it stands within a sentence.</param>
    /// <param name="second">The second algorithm's name.</param>
    /// <param name="outcome">Their answers to the same drawings.</param>
    /// <param name="pValue">The outcome's p value, 0..1; adjusted if several pairs are shown at once.</param>
    public static string Of(string first, string second, PairedOutcome outcome, double pValue) => Capitalise(outcome switch
    {
        { N: 0 } => $"{first} and {second} have not guessed the same marked drawings yet",
        { Discordant: 0 } =>
            $"{first} and {second} were right on the same drawings, "
            + $"{ScoreFormatter.Count(outcome.BothRight)} of {ScoreFormatter.Count(outcome.N)}",
        { OnlyFirst: var each, OnlySecond: var other } when each == other =>
            $"{first} and {second} are level: each alone was right on {ScoreFormatter.Count(each, "drawing")}",
        { OnlyFirst: var won, OnlySecond: var lost } when won < lost => Lead(second, first, lost, won, pValue),
        { OnlyFirst: var won, OnlySecond: var lost } => Lead(first, second, won, lost, pValue),
    });

    private static string Lead(string winner, string loser, int won, int lost, double pValue)
    {
        var score = $"{ScoreFormatter.Count(won, "drawing")} to {ScoreFormatter.Count(lost)}";
        return pValue < RankedPair.Significance
            ? $"{winner} beats {loser} on {score}; this is not luck"
            : $"{winner} leads {loser} on {score}; this could be luck";
    }

    private static string Capitalise(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
