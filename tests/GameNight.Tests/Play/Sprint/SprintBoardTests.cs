using GameNight.Calendar;
using GameNight.Identity.Erasure;
using GameNight.Observations.Sqlite;
using GameNight.Play.Rounds;
using GameNight.Play.Sprint;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play.Sprint;

public sealed class SprintBoardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _documents;
    private readonly Erasures _erasures;
    private readonly FakeClock _clock = new();
    private readonly SprintBoard _board;

    public SprintBoardTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _erasures = new Erasures(_documents, _clock);
        _board = new SprintBoard(_documents, _erasures, _clock);
    }

    [Fact]
    public async Task Add_SeveralSprints_KeepsTheBestOfEachPlayerForEveryGameAtTheStore()
    {
        await AddAsync("ann", 20);
        await AddAsync("ben", 30);
        await AddAsync("ann", 25);
        await AddAsync("ann", 10);
        var night = await new SprintBoard(_documents, _erasures, _clock).ReadAsync(default);
        Assert.Equal([("ben", 30), ("ann", 25)], night.Results.Select(result => (result.Player, result.Score.Points)));
        Assert.Equal("ben", night.Best?.Player);
        Assert.Equal(25, night.Of("ann")?.Score.Points);
    }

    [Fact]
    public async Task Read_ANightOfAnOlderBuild_HasNoReader()
    {
        var night = Night.Now(_clock).Name;
        await _documents.ChangeAsync<object>(
            "sprints", night,
            _ => new { Results = new[] { new { Player = "ann", Time = _clock.GetUtcNow(), Score = new SprintScore(5, 3, 3) } } }, default);
        var best = (await _board.ReadAsync(default)).Best;
        Assert.Equal((5, null), (best?.Score.Points, best?.Reader));
    }

    [Fact]
    public async Task Add_EqualPoints_TheEarlierStaysBest()
    {
        await AddAsync("ann", 20);
        _clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("ann", (await AddAsync("ben", 20)).Best?.Player);
    }

    [Fact]
    public async Task Add_InTheNextNight_BeginsAnewAndForgetsTheOneBeforeLast()
    {
        for (var night = 0; night < 4; night++)
        {
            Assert.Equal(10 + night, Assert.Single((await AddAsync("ann", 10 + night)).Results).Score.Points);
            _clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.Empty((await _board.ReadAsync(default)).Results);
        Assert.Equal(2, (await _documents.ListAsync("sprints", default)).Count);
    }

    [Fact]
    public void With_MorePlayersThanFit_KeepsTheBest()
    {
        var night = SprintNight.Empty;
        for (var i = 0; i <= SprintNight.MostPlayers; i++)
            night = night.With(Result($"player {i}", i));
        Assert.Equal(SprintNight.MostPlayers, night.Results.Count);
        Assert.Null(night.Of("player 0"));
        Assert.Equal(SprintNight.MostPlayers, night.Best?.Score.Points);
    }

    [Fact]
    public async Task Erase_APlayerWhoAskedForIt_LeavesTheOthers()
    {
        await AddAsync("ann", 20);
        await AddAsync("ben", 10);
        await _erasures.RequestAsync("ann", default);
        await _board.EraseAsync(new ErasureScope(_erasures.Current, _ => false, new HashSet<Guid>()), default);
        Assert.Equal("ben", Assert.Single((await _board.ReadAsync(default)).Results).Player);
        Assert.False(await _board.HasAsync("ann", default));
        Assert.True(await _board.HasAsync("ben", default));
    }

    [Fact]
    public async Task Add_ASprintBegunBeforeItsPlayerAskedForDeletion_IsNotKept()
    {
        var before = Result("ann", 20);
        _clock.Pass(TimeSpan.FromSeconds(30));
        await _erasures.RequestAsync("ann", default);
        Assert.Empty((await _board.AddAsync(before, default)).Results);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Single((await AddAsync("ann", 5)).Results);
    }

    public void Dispose()
    {
        _erasures.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    private Task<SprintNight> AddAsync(string player, int points) => _board.AddAsync(Result(player, points), default);

    private SprintResult Result(string player, int points) => new(player, _clock.GetUtcNow(), new SprintScore(points, points, 3));
}
