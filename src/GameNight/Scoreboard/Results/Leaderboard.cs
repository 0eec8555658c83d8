namespace GameNight.Scoreboard.Results;

/// <summary>Who played in an evening, and how it went.</summary>
/// <param name="Players">Everybody of whom a drawing was marked: those with the most recognised drawings first, of equals by handle.</param>
public sealed record Leaderboard(IReadOnlyList<PlayerScore> Players)
{
    /// <summary>Places on the board. Equals share one, so that there may be more players on it.</summary>
    public const int Places = 10;

    /// <summary>More would not be read.</summary>
    private const int Most = 20;

    /// <summary>The first <see cref="Places"/> places, among those who were recognised at all: each one's place is 1 more than there are better ones.</summary>
    public IReadOnlyList<(int Place, PlayerScore Player)> Board => [.. Placed.Take(Most)];

    /// <summary>How many share the last place on the board and found no room on it.</summary>
    public int Crowd => Placed.Skip(Most).Count();

    /// <summary>Who has the longest streak, of two drawings or more; several who have the same.</summary>
    public IReadOnlyList<PlayerScore> Steadiest => Best(player => player.Streak > 1 ? player.Streak : null);

    /// <summary>Whose recognised drawing was the fastest.</summary>
    public IReadOnlyList<PlayerScore> Fastest => Best(player => -player.Fastest);

    /// <summary>Whose hand is the hardest to read; nobody, while there are not two to compare.</summary>
    public IReadOnlyList<PlayerScore> HardestToRead => Players.Count(player => player.Legibility is not null) < 2 ? [] : Best(player => -player.Legibility);

    private IEnumerable<(int Place, PlayerScore Player)> Placed => Players
        .Where(player => player.Recognised > 0)
        .Select(player => (Place: 1 + Players.TakeWhile(other => other.Recognised > player.Recognised).Count(), player))
        .TakeWhile(entry => entry.Place <= Places);

    /// <summary>Who has the most of something, together with those who have as much.</summary>
    private IReadOnlyList<PlayerScore> Best(Func<PlayerScore, double?> measure)
    {
        var most = Players.Max(measure);
        return most is null ? [] : [.. Players.Where(player => measure(player) == most)];
    }
}
