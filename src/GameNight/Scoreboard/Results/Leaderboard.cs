namespace GameNight.Scoreboard.Results;

/// <summary>
/// The players of an evening, ranked by how well the contestants read them. All are compared over equally many rounds, their first ones:
/// playing on brings no points, and neither does trying until a round goes well.
/// </summary>
/// <param name="Players">All players with a labelled drawing, in order of handle.</param>
public sealed record Leaderboard(IReadOnlyList<PlayerScore> Players)
{
    /// <summary>The number of rows that a page can take.</summary>
    private const int MaxRows = 20;

    /// <summary>
    /// How many rounds are compared: as many as at least half of those have finished who have finished one, and at least two players where
    /// there are two. 0 while nobody has.
    /// </summary>
    public int Rounds { get; } = RoundsOf(Players);

    /// <summary>
    /// The players who have finished that many rounds, best first. Equal players share a rank, and the next one is 1 more than the number
    /// of better players.
    /// </summary>
    public IReadOnlyList<(int Rank, PlayerScore Player, int Points)> Ranked { get; } = Rank(Players, RoundsOf(Players));

    /// <summary>The most points that can be earned in the rounds that are compared.</summary>
    public int MaxPoints => Rounds * PlayerScore.RoundLength * PlayerScore.MaxPoints;

    /// <summary>Those that a page shows.</summary>
    public IEnumerable<(int Rank, PlayerScore Player, int Points)> Top => Ranked.Take(MaxRows);

    /// <summary>Those who have not finished that many rounds, the nearest first: as many as have room below <see cref="Top"/>.</summary>
    public IEnumerable<PlayerScore> Waiting => AllWaiting.Take(Math.Max(0, MaxRows - Ranked.Count));

    /// <summary>How many players have no row.</summary>
    public int Omitted => Math.Max(0, Players.Count - MaxRows);

    /// <summary>The player with the longest streak of two drawings or more; several if they are equal.</summary>
    public IReadOnlyList<PlayerScore> LongestStreak => Best(player => player.Streak > 1 ? player.Streak : null);

    /// <summary>The player with the fastest recognised drawing; several if they are equal.</summary>
    public IReadOnlyList<PlayerScore> Fastest => Best(player => -player.Fastest);

    /// <summary>The player with the lowest legibility; several if they are equal, none while fewer than two can be compared.</summary>
    public IReadOnlyList<PlayerScore> HardestToRead =>
        Players.Count(player => player.Legibility is not null) < 2 ? [] : Best(player => -player.Legibility);

    /// <summary>How many more drawings a player needs to be compared.</summary>
    public int Missing(PlayerScore player) => Math.Max(0, Math.Max(1, Rounds) * PlayerScore.RoundLength - player.Drawings);

    /// <summary>All who have not finished that many rounds.</summary>
    public IEnumerable<PlayerScore> AllWaiting => Players.Where(player => Rounds == 0 || player.Rounds < Rounds)
        .OrderByDescending(player => player.Drawings).ThenBy(player => player.Handle, StringComparer.Ordinal);

    private static int RoundsOf(IReadOnlyList<PlayerScore> players)
    {
        int[] rounds = [.. players.Select(player => player.Rounds).Where(rounds => rounds > 0).OrderDescending()];
        return rounds.Length == 0 ? 0 : rounds[Math.Min(rounds.Length - 1, Math.Max(1, (rounds.Length - 1) / 2))];
    }

    private static List<(int Rank, PlayerScore Player, int Points)> Rank(IReadOnlyList<PlayerScore> players, int rounds)
    {
        var ranked = new List<(int Rank, PlayerScore Player, int Points)>();
        if (rounds == 0)
            return ranked;
        var compared = players.Where(player => player.Rounds >= rounds)
            .Select(player => (Player: player, Points: player.PointsIn(rounds)!.Value))
            .OrderByDescending(one => one.Points).ThenBy(one => one.Player.Handle, StringComparer.Ordinal);
        foreach (var (player, points) in compared)
            ranked.Add((ranked is [.., var last] && last.Points == points ? last.Rank : ranked.Count + 1, player, points));
        return ranked;
    }

    private IReadOnlyList<PlayerScore> Best(Func<PlayerScore, double?> measure)
    {
        var best = Players.Max(measure);
        return best is null ? [] : [.. Players.Where(player => measure(player) == best)];
    }
}
