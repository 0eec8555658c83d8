using GameNight.Scoreboard.Leaderboards;
using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Leaderboards;

public sealed class BoardFormatterTests
{
    [Theory]
    [InlineData("Nobody has finished a round of ten drawings yet.")]
    [InlineData("a is alone on the board so far: 94 of 100 points.", 94)]
    [InlineData("a leads with 94 of 100 points, 3 ahead of b.", 94, 91)]
    [InlineData("a leads with 94 of 100 points, 3 ahead of b and c.", 94, 91, 91)]
    [InlineData("a and b are level: 94 of 100 points each.", 94, 94, 91)]
    [InlineData("a, b and 3 others are level: 100 of 100 points each.", 100, 100, 100, 100, 100)]
    public void Lead_OfABoard_SaysWhoIsAheadAndByHowMuch(string words, params int[] points) =>
        Assert.Equal(words, BoardFormatter.Lead(Board(points), name => name));

    [Theory]
    [InlineData("a", "You’re 1st, 3 points ahead of b.", 94, 91)]
    [InlineData("b", "You’re 2nd, 1 point behind a.", 92, 91, 80)]
    [InlineData("c", "You’re 3rd, 1 point behind a and b.", 92, 92, 91)]
    [InlineData("b", "You share rank 1 with a, 2 points ahead of c.", 92, 92, 90)]
    [InlineData("c", "You share rank 2 with b, 5 points behind a.", 92, 87, 87)]
    [InlineData("a", "You share rank 1 with b.", 92, 92)]
    [InlineData("k", "You’re 11th, 1 point behind j.", 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20)]
    public void Own_OfARankedPlayer_SaysTheRankAndTheGap(string handle, string words, params int[] points) =>
        Assert.Equal(words, BoardFormatter.Own(Board(points), handle, name => name));

    [Fact]
    public void Own_OfAPlayerOnTheWay_SaysHowManyDrawingsAreMissing()
    {
        var board = new Leaderboard([Player("a", 90) with { Round1 = null, Drawings = 9 }]);
        Assert.Equal("1 more drawing, and you’re on the board.", BoardFormatter.Own(board, "a", name => name));
    }

    [Fact]
    public void Own_OfSomebodyElse_IsNothing() => Assert.Null(BoardFormatter.Own(Board(90), "z", name => name));

    [Fact]
    public void Rule_OfSeveralRounds_SaysHowManyCount()
    {
        Assert.Contains(
            "Everybody’s first round of ten answered drawings counts.", BoardFormatter.Rule(Board(90)), StringComparison.Ordinal);
        var board = new Leaderboard([Player("a", 90) with { Round2 = 80 }]);
        Assert.Contains(
            "Everybody’s first two rounds of ten answered drawings count.", BoardFormatter.Rule(board), StringComparison.Ordinal);
        Assert.Equal("170 of 200 points", BoardFormatter.Score(board, board.Ranked[0].Points));
    }

    private static Leaderboard Board(params int[] points) => new([.. points.Select((count, i) => Player($"{(char)('a' + i)}", count))]);

    private static PlayerScore Player(string handle, int points) => new(handle, 10, 10, 1, null, 0, 0, points, Drawings: 10);
}
