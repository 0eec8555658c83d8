using System.Globalization;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Leaderboards;

/// <summary>Says in words how an evening stands.</summary>
public static class BoardFormatter
{
    /// <summary>Who leads, and by how much.</summary>
    /// <param name="board">The board.</param>
    /// <param name="nameOf">The name of a player by the handle.</param>
    public static string Lead(Leaderboard board, Func<string, string> nameOf)
    {
        var best = board.Ranked.TakeWhile(entry => entry.Rank == 1).Select(entry => nameOf(entry.Player.Handle)).ToList();
        return best switch
        {
            [] => $"Nobody has finished a round of {Words(PlayerScore.RoundLength)} drawings yet.",
            [var only] when board.Ranked.Count == 1 => $"{only} is alone on the board so far: {Score(board, board.Ranked[0].Points)}.",
            [var leader] => $"{leader} leads with {Score(board, board.Ranked[0].Points)}, "
                + $"{board.Ranked[0].Points - board.Ranked[1].Points} ahead of {NamesOf(board, 2, nameOf)}.",
            _ => $"{Enumeration.OfNames(best)} are level: {Score(board, board.Ranked[0].Points)} each.",
        };
    }

    /// <summary>What counts.</summary>
    public static string Rule(Leaderboard board) => "A drawing earns up to ten points: the more contestants read it, the more. "
        + (board.Rounds > 1 ? $"Everybody’s first {Words(board.Rounds)} rounds of ten answered drawings count."
            : "Everybody’s first round of ten answered drawings counts.");

    /// <summary>How a player stands: the rank, and what is missing to the next one. Null for somebody without a drawing.</summary>
    /// <param name="board">The board.</param>
    /// <param name="handle">The player.</param>
    /// <param name="nameOf">The name of a player by the handle.</param>
    public static string? Own(Leaderboard board, string? handle, Func<string, string> nameOf)
    {
        if (board.Players.FirstOrDefault(player => player.Handle == handle) is not { } me)
            return null;
        var (rank, own, points) = board.Ranked.FirstOrDefault(entry => entry.Player == me);
        if (own is null)
            return $"{ScoreFormatter.Count(board.Missing(me), "more drawing")}, and you’re on the board.";
        var equals = board.Ranked.Where(entry => entry.Rank == rank && entry.Player != me).ToList();
        var place = equals.Count == 0 ? $"You’re {Ordinal(rank)}"
            : $"You share rank {rank} with {Enumeration.OfNames(equals.ConvertAll(entry => nameOf(entry.Player.Handle)))}";
        if (rank > 1)
        {
            var next = board.Ranked.Last(entry => entry.Rank < rank);
            return $"{place}, {ScoreFormatter.Count(next.Points - points, "point")} behind {NamesOf(board, next.Rank, nameOf)}.";
        }

        var behind = board.Ranked.FirstOrDefault(entry => entry.Rank > rank);
        return behind.Player is null ? $"{place}."
            : $"{place}, {ScoreFormatter.Count(points - behind.Points, "point")} ahead of {NamesOf(board, behind.Rank, nameOf)}.";
    }

    /// <summary>
    /// <c>, 3 not answered</c>; empty for none. An unread drawing that nobody answers costs no points: everybody sees who has many of them.
    /// </summary>
    public static string Unanswered(PlayerScore player) =>
        player.Unanswered == 0 ? "" : $", {ScoreFormatter.Count(player.Unanswered)} not answered";

    /// <summary><c>94 of 100 points</c>.</summary>
    public static string Score(Leaderboard board, int points) => $"{points} of {board.MaxPoints} points";

    private static string NamesOf(Leaderboard board, int rank, Func<string, string> nameOf) =>
        Enumeration.OfNames([.. board.Ranked.Where(entry => entry.Rank == rank).Select(entry => nameOf(entry.Player.Handle))]);

    private static string Words(int number) =>
        number switch { 2 => "two", 3 => "three", 10 => "ten", _ => number.ToString(CultureInfo.InvariantCulture) };

    private static string Ordinal(int rank) => (rank % 100, rank % 10) switch
    {
        (11 or 12 or 13, _) => $"{rank}th",
        (_, 1) => $"{rank}st",
        (_, 2) => $"{rank}nd",
        (_, 3) => $"{rank}rd",
        _ => $"{rank}th",
    };
}
