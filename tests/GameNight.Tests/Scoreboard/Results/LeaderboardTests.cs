using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Results;

public sealed class LeaderboardTests
{
    [Fact]
    public void Ranked_EqualPoints_ShareARankAndTheNextIsSkipped() =>
        Assert.Equal(
            [(1, "a", 90), (2, "b", 70), (2, "c", 70), (4, "d", 30)],
            Board(90, 70, 70, 30).Ranked.Select(entry => (entry.Rank, entry.Player.Handle, entry.Points)));

    /// <summary>The board before counted recognised drawings, and c would have won with 27 of 30.</summary>
    [Fact]
    public void Ranked_SomebodyPlaysMuchMore_DoesNotWinByThat()
    {
        var board = new Leaderboard([Player("a", 95), Player("b", 92), Player("c", 90, 90, 90)]);
        Assert.Equal(1, board.Rounds);
        Assert.Equal(["a", "b", "c"], board.Ranked.Select(entry => entry.Player.Handle));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(1, 3, 1)]
    [InlineData(2, 3, 2, 0)]
    [InlineData(2, 3, 2, 1)]
    [InlineData(1, 3, 3, 1, 1, 1)]
    [InlineData(2, 3, 3, 2, 1, 1)]
    public void Rounds_OfPlayers_AreWhatTheBetterHalfHasFinished(int compared, params int[] rounds)
    {
        var board = new Leaderboard(
            [.. rounds.Select((count, i) => Player($"{(char)('a' + i)}", [.. Enumerable.Repeat(50, count)]))]);
        Assert.Equal(compared, board.Rounds);
        Assert.Equal(rounds.Count(count => count >= compared && compared > 0), board.Ranked.Count);
    }

    [Fact]
    public void Waiting_PlayersWithFewerRounds_NeedSoManyDrawingsMore()
    {
        var board = new Leaderboard([Player("a", 50, 60), Player("b", 50, 60), Player("c", 99) with { Drawings = 14 }]);
        var waiting = Assert.Single(board.Waiting);
        Assert.Equal(("c", 6), (waiting.Handle, board.Missing(waiting)));
    }

    [Fact]
    public void Top_MoreThanAPageCanTake_IsCutAndTheRestIsCounted()
    {
        var board = Board([.. Enumerable.Repeat(50, 25)]);
        Assert.Equal((20, 0, 5), (board.Top.Count(), board.Waiting.Count(), board.Omitted));
    }

    [Fact]
    public void HardestToRead_PlayerWithTooFewDrawings_IsLeftOut()
    {
        var tooFew = Legible("c", correct: 0) with { Labelled = 9, Guesses = 0 };
        var board = new Leaderboard([Legible("a", correct: 70), Legible("b", correct: 20), tooFew]);
        Assert.Equal("b", Assert.Single(board.HardestToRead).Handle);
        // 20 of 100 guesses on ten drawings: Wilson's interval of 0.2 with n = 10.
        var (low, high) = board.Players[1].LegibilityInterval!.Value;
        Assert.Equal(0.0567, low, 4);
        Assert.Equal(0.5098, high, 4);
    }

    [Fact]
    public void HardestToRead_SinglePlayer_IsNone() =>
        Assert.Empty(new Leaderboard([Legible("a", correct: 3)]).HardestToRead);

    [Fact]
    public void LongestStreak_StreaksOfOne_IsNone() => Assert.Empty(Board(10, 10).LongestStreak);

    [Fact]
    public void Fastest_NoTimes_IsNone() => Assert.Empty(Board(30, 20).Fastest);

    private static Leaderboard Board(params int[] points) =>
        new([.. points.Select((count, i) => Player($"{(char)('a' + i)}", count))]);

    private static PlayerScore Player(string handle, params int[] rounds) => new(
        handle, 30, 20, 1, null, 0, 0, Round(rounds, 0), Round(rounds, 1), Round(rounds, 2), rounds.Length * PlayerScore.RoundLength);

    private static int? Round(int[] rounds, int number) => number < rounds.Length ? rounds[number] : null;

    private static PlayerScore Legible(string handle, int correct) => new(handle, 10, 5, 2, null, 100, correct);
}
