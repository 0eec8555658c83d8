using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts.Contests;

/// <summary>How a player's own contestant does beside the network, in words for that player.</summary>
public static class OwnText
{
    /// <param name="pair">The player's own first.</param>
    public static string Of(PairStatistics pair)
    {
        if (pair.N == 0)
            return "It begins as the network and learns your hand. Answer when it guesses yours, and see here whether it reads you better.";
        var (own, network) = (pair.OnlySecond + pair.BothWrong, pair.OnlyFirst + pair.BothWrong);
        return $"In {ScoreFormatter.Count(pair.N, "drawing")} of yours, Your own made {ScoreFormatter.Count(own, "mistake")} and the "
            + $"network {ScoreFormatter.Count(network)}. {Verdict(pair, network - own)}";
    }

    private static string Verdict(PairedOutcome pair, int fewer) => (CertaintyScale.Of(pair.PValue), fewer) switch
    {
        (Certainty.Clearly, > 0) => "It reads you clearly better.",
        (Certainty.Probably, > 0) => "It probably reads you better.",
        (Certainty.Clearly, < 0) => "The network reads you clearly better.",
        (Certainty.Probably, < 0) => "The network probably reads you better.",
        _ => "Too early to say which reads you better.",
    };
}
