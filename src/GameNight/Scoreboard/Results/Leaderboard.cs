namespace GameNight.Scoreboard.Results;

/// <summary>The players of an evening, ranked by recognised drawings.</summary>
/// <param name="Players">All players with a labelled drawing: the most recognised drawings first, then by handle.</param>
public sealed record Leaderboard(IReadOnlyList<PlayerScore> Players)
{
    /// <summary>The last rank that is shown. Equal players share a rank, so there may be more rows.</summary>
    public const int LastRank = 10;

    /// <summary>The number of rows that a page can take.</summary>
    private const int MaxRows = 20;

    /// <summary>
    /// The players of the first <see cref="LastRank"/> ranks with a recognised drawing, at most 20. Equal players share a rank, and the
    /// next one is 1 more than the number of better players.
    /// </summary>
    public IReadOnlyList<(int Rank, PlayerScore Player)> Top => [.. Ranked.Take(MaxRows)];

    /// <summary>How many players share the last rank in <see cref="Top"/> without a row there.</summary>
    public int Omitted => Ranked.Skip(MaxRows).Count();

    /// <summary>The player with the longest streak of two drawings or more; several if they are equal.</summary>
    public IReadOnlyList<PlayerScore> LongestStreak => Best(player => player.Streak > 1 ? player.Streak : null);

    /// <summary>The player with the fastest recognised drawing; several if they are equal.</summary>
    public IReadOnlyList<PlayerScore> Fastest => Best(player => -player.Fastest);

    /// <summary>The player with the lowest legibility; several if they are equal, none while fewer than two can be compared.</summary>
    public IReadOnlyList<PlayerScore> HardestToRead =>
        Players.Count(player => player.Legibility is not null) < 2 ? [] : Best(player => -player.Legibility);

    private IEnumerable<(int Rank, PlayerScore Player)> Ranked => Players
        .Where(player => player.Recognised > 0)
        .Select(player => (Rank: 1 + Players.TakeWhile(other => other.Recognised > player.Recognised).Count(), player))
        .TakeWhile(entry => entry.Rank <= LastRank);

    private IReadOnlyList<PlayerScore> Best(Func<PlayerScore, double?> measure)
    {
        var best = Players.Max(measure);
        return best is null ? [] : [.. Players.Where(player => measure(player) == best)];
    }
}
