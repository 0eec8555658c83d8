using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts.Contests;

/// <summary>Puts the comparison of two algorithms on the same drawings into a sentence, without its full stop.</summary>
public static class HeadToHeadFormatter
{
    /// <summary>The sentence about a pair that is shown alone.</summary>
    public static string Of(string first, string second, PairedOutcome outcome) => Of(first, second, outcome, outcome.PValue);

    /// <summary><c>The network clearly beats the trees, 412 drawings to 38</c>, and likewise for other outcomes.</summary>
    /// <param name="first">The first algorithm's name, as it stands within a sentence.</param>
    /// <param name="second">The second algorithm's name.</param>
    /// <param name="outcome">Their answers to the same drawings.</param>
    /// <param name="pValue">The outcome's p value, 0..1; adjusted if several pairs are shown at once.</param>
    public static string Of(string first, string second, PairedOutcome outcome, double pValue) => Capitalise(outcome switch
    {
        { N: 0 } => $"{first} and {second} haven’t guessed the same answered drawings yet",
        { Discordant: 0 } =>
            $"{first} and {second} were right on the same drawings, "
            + $"{ScoreFormatter.Count(outcome.BothRight)} of {ScoreFormatter.Count(outcome.N)}",
        { OnlyFirst: var each, OnlySecond: var other } when each == other =>
            $"{first} and {second} are level: each alone was right on {ScoreFormatter.Count(each, "drawing")}",
        { OnlyFirst: var won, OnlySecond: var lost } when won < lost => Lead(second, first, lost, won, pValue),
        { OnlyFirst: var won, OnlySecond: var lost } => Lead(first, second, won, lost, pValue),
    });

    /// <summary>How many of the pairs that are shown together are clear, how many probable.</summary>
    public static string Of(IReadOnlyCollection<RankedPair> pairs)
    {
        if (pairs.Count == 1)
        {
            return pairs.Single().Certainty switch
            {
                Certainty.Clearly => "It’s clear.",
                Certainty.Probably => "It’s probable.",
                _ => "Too early to say.",
            };
        }

        var (clear, probable) = (Count(Certainty.Clearly), Count(Certainty.Probably));
        var early = pairs.Count - clear - probable;
        if (early == pairs.Count)
            return $"Too early to say for all {pairs.Count} pairs.";
        if (clear == pairs.Count)
            return $"All {pairs.Count} pairs are clear.";
        string[] parts =
        [
            .. clear > 0 ? [$"{clear} {Are(clear)} clear"] : Array.Empty<string>(),
            .. probable > 0 ? [$"{probable} {Are(probable)} probable"] : Array.Empty<string>(),
            .. early > 0 ? [$"for {early} it’s too early to say"] : Array.Empty<string>(),
        ];
        return $"Of {pairs.Count} pairs, {Enumeration.Of(parts)}.";

        int Count(Certainty certainty) => pairs.Count(pair => pair.Certainty == certainty);

        static string Are(int count) => count == 1 ? "is" : "are";
    }

    private static string Lead(string winner, string loser, int won, int lost, double pValue)
    {
        var score = $"{ScoreFormatter.Count(won, "drawing")} to {ScoreFormatter.Count(lost)}";
        return CertaintyScale.Of(pValue) switch
        {
            Certainty.Clearly => $"{winner} clearly beats {loser}, {score}",
            Certainty.Probably => $"{winner} probably beats {loser}, {score}",
            _ => $"{winner} leads {loser}, {score}; too early to say which is better",
        };
    }

    private static string Capitalise(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
