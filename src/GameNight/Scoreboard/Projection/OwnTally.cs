using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;
using GameNight.Training.Network;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts how a player's own contestant did beside the network that it begins as, on the player's labelled drawings.</summary>
public static class OwnTally
{
    /// <param name="table">The plays.</param>
    /// <param name="player">The player's id.</param>
    /// <param name="cancellation">Ends the count.</param>
    /// <returns>The player's own first; without drawings where both have not guessed the same labelled one.</returns>
    public static PairStatistics Count(FactTable table, string player, CancellationToken cancellation)
    {
        var number = table.Players.All.IndexOf(player);
        // By two bits: whether the player's own was right, and whether the network was.
        var counts = table.Aggregate(() => new int[4], Add, Merge, Filter.All, cancellation);
        return new PairStatistics(Contestants.Personal, AppNetwork.Algorithm, counts[3], counts[1], counts[2], counts[0]);

        void Add(int[] sum, in PlayRow play)
        {
            if (play.Player != number || play.Label.Digit < 0)
                return;
            if (Find(table, play, Contestants.Personal) is { } own && Find(table, play, AppNetwork.Algorithm) is { } network)
                sum[(own ? 1 : 0) + (network ? 2 : 0)]++;
        }

        static void Merge(int[] sum, int[] part)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += part[i];
        }
    }

    /// <summary>Whether an algorithm in service read the drawing; null where it did not guess.</summary>
    private static bool? Find(FactTable table, in PlayRow play, string algorithm)
    {
        for (var i = 0; i < play.Versions.Length; i++)
        {
            var by = table.Versions[play.Versions[i]];
            if (!by.IsShadow && by.Algorithm == algorithm)
                return play.Digits[i] == play.Label.Digit;
        }

        return null;
    }
}
