using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Results;

public sealed class LeaderboardTests
{
    [Fact]
    public void Board_Equals_ShareAPlaceAndTheNextIsSkipped() =>
        Assert.Equal([(1, "a"), (2, "b"), (2, "c"), (4, "d")], Board(9, 7, 7, 3).Board.Select(entry => (entry.Place, entry.Player.Handle)));

    [Fact]
    public void Board_EqualsOnTheLastPlace_AreAllOnIt()
    {
        var board = Board([.. Enumerable.Range(0, 9).Select(i => 20 - i), 5, 5, 5, 4]);
        Assert.Equal([10, 10, 10], board.Board.Skip(9).Select(entry => entry.Place));
        Assert.Equal(0, board.Crowd);
    }

    [Fact]
    public void Board_ACrowdOfEquals_IsCutAndCounted()
    {
        var board = Board([.. Enumerable.Repeat(1, 25)]);
        Assert.Equal((20, 5), (board.Board.Count, board.Crowd));
    }

    [Fact]
    public void Board_WhoWasNeverRecognised_IsNotOnIt() => Assert.Equal(["a"], Board(1, 0).Board.Select(entry => entry.Player.Handle));

    [Fact]
    public void HardestToRead_OnlyOfThoseWithEnoughDrawings()
    {
        var board = new Leaderboard([Player("a", right: 70), Player("b", right: 20), Player("c", right: 0) with { Marked = 9, Guesses = 0 }]);
        Assert.Equal("b", Assert.Single(board.HardestToRead).Handle);
        // 20 of 100 guesses on ten drawings: Wilson's interval of 0.2 with n = 10.
        var (low, high) = board.Players[1].LegibilityInterval!.Value;
        Assert.Equal(0.0567, low, 4);
        Assert.Equal(0.5098, high, 4);
    }

    [Fact]
    public void HardestToRead_ASinglePlayer_IsNotComparedWithAnybody() => Assert.Empty(new Leaderboard([Player("a", right: 3)]).HardestToRead);

    [Fact]
    public void Steadiest_AStreakOfOne_IsNone() => Assert.Empty(Board(1, 1).Steadiest);

    [Fact]
    public void Fastest_NobodyWithTimes_IsNobody() => Assert.Empty(Board(3, 2).Fastest);

    private static Leaderboard Board(params int[] recognised) => new([.. recognised.Select((count, i) => new PlayerScore($"{(char)('a' + i)}", 30, count, Math.Min(count, 1), null, 30, count))]);

    private static PlayerScore Player(string handle, int right) => new(handle, 10, 5, 2, null, 100, right);
}
