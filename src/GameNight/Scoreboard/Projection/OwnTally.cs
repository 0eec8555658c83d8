using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;
using GameNight.Training.Network;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts how a player's own contestant did beside the network that it begins as, on the player's labelled drawings.</summary>
public static class OwnTally
{
    /// <summary>Cancellation is checked once in so many rows.</summary>
    private const int CancellationStep = 1 << 14;

    /// <param name="table">The plays.</param>
    /// <param name="player">The player's id.</param>
    /// <param name="cancellation">Ends the count.</param>
    /// <returns>The player's own first; without drawings where both have not guessed the same labelled one.</returns>
    public static PairStatistics Count(FactTable table, string player, CancellationToken cancellation)
    {
        // The number of rows is read first: the players and versions of those rows are known by then.
        var count = table.Count;
        var number = table.Players.All.IndexOf(player);
        string?[] algorithms = [.. table.Versions.All.ToArray().Select(version => version.IsShadow ? null : version.Algorithm)];
        // By two bits: whether the player's own was right, and whether the network was.
        Span<int> counts = stackalloc int[4];
        for (var row = 0; number >= 0 && row < count; row++)
        {
            if (row % CancellationStep == 0)
                cancellation.ThrowIfCancellationRequested();
            var play = table[row];
            if (play.Player != number || play.Label.Digit < 0 || play.Label.IsExcluded)
                continue;
            if (Find(play, algorithms, Contestants.Personal) is { } own && Find(play, algorithms, AppNetwork.Algorithm) is { } network)
                counts[(own ? 1 : 0) + (network ? 2 : 0)]++;
        }

        return new PairStatistics(Contestants.Personal, AppNetwork.Algorithm, counts[3], counts[1], counts[2], counts[0]);
    }

    /// <summary>Whether an algorithm in service read the drawing; null where it did not guess.</summary>
    private static bool? Find(in PlayRow play, string?[] algorithms, string algorithm)
    {
        for (var i = 0; i < play.Versions.Length; i++)
        {
            if (algorithms[play.Versions[i]] == algorithm)
                return play.Digits[i] == play.Label.Digit;
        }

        return null;
    }
}
