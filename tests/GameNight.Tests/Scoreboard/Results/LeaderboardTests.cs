using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Results;

public sealed class LeaderboardTests
{
    [Fact]
    public void Top_EqualPlayers_ShareARankAndTheNextIsSkipped() =>
        Assert.Equal(
            [(1, "a"), (2, "b"), (2, "c"), (4, "d")],
            Board(9, 7, 7, 3).Top.Select(entry => (entry.Rank, entry.Player.Handle)));

    [Fact]
    public void Top_EqualPlayersOnTheLastRank_HasAllOfThem()
    {
        var board = Board([.. Enumerable.Range(0, 9).Select(i => 20 - i), 5, 5, 5, 4]);
        Assert.Equal([10, 10, 10], board.Top.Skip(9).Select(entry => entry.Rank));
        Assert.Equal(0, board.Omitted);
    }

    [Fact]
    public void Top_MoreEqualPlayersThanRows_IsCutAndTheRestIsCounted()
    {
        var board = Board([.. Enumerable.Repeat(1, 25)]);
        Assert.Equal((20, 5), (board.Top.Count, board.Omitted));
    }

    [Fact]
    public void Top_PlayerWithoutARecognisedDrawing_IsLeftOut() =>
        Assert.Equal(["a"], Board(1, 0).Top.Select(entry => entry.Player.Handle));

    [Fact]
    public void HardestToRead_PlayerWithTooFewDrawings_IsLeftOut()
    {
        var tooFew = Player("c", correct: 0) with { Labelled = 9, Guesses = 0 };
        var board = new Leaderboard([Player("a", correct: 70), Player("b", correct: 20), tooFew]);
        Assert.Equal("b", Assert.Single(board.HardestToRead).Handle);
        // 20 of 100 guesses on ten drawings: Wilson's interval of 0.2 with n = 10.
        var (low, high) = board.Players[1].LegibilityInterval!.Value;
        Assert.Equal(0.0567, low, 4);
        Assert.Equal(0.5098, high, 4);
    }

    [Fact]
    public void HardestToRead_SinglePlayer_IsNone() =>
        Assert.Empty(new Leaderboard([Player("a", correct: 3)]).HardestToRead);

    [Fact]
    public void LongestStreak_StreaksOfOne_IsNone() => Assert.Empty(Board(1, 1).LongestStreak);

    [Fact]
    public void Fastest_NoTimes_IsNone() => Assert.Empty(Board(3, 2).Fastest);

    private static Leaderboard Board(params int[] recognised) => new(
    [
        .. recognised.Select((count, i) => new PlayerScore($"{(char)('a' + i)}", 30, count, Math.Min(count, 1), null, 30, count)),
    ]);

    private static PlayerScore Player(string handle, int correct) => new(handle, 10, 5, 2, null, 100, correct);
}
