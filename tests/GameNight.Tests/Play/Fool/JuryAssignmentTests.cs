using GameNight.Drawing.Strokes;
using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Play.Fool;
using GameNight.Scoreboard.Queries;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Scoreboard;
using Microsoft.Extensions.Logging.Abstractions;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Play.Fool;

/// <summary>Which drawing a player is given to judge, and what becomes of a verdict.</summary>
public sealed class JuryAssignmentTests : IDisposable
{
    private readonly ContestantsFixture _contestants = ContestantsFixture.With();
    private readonly MemoryObservationStore _store = new();
    private readonly ScoreboardFixture _counted;
    private readonly JuryPace _pace = new();

    public JuryAssignmentTests() => _counted = new ScoreboardFixture(_store);

    [Fact]
    public async Task Find_BeforeTheVote_IsTheSameDrawing()
    {
        for (var seed = 0; seed < 8; seed++)
            await DrawnAsync(seed);
        var jury = Jury();
        var first = await jury.FindAsync("Ben", default);
        for (var i = 0; i < 5; i++)
            Assert.Equal(first!.Id, (await jury.FindAsync("Ben", default))?.Id);
        await jury.VoteAsync("Ben", first!.Id, 4, default);
        Assert.NotEqual(first.Id, (await jury.FindAsync("Ben", default))?.Id);
    }

    [Fact]
    public async Task Skip_ADrawing_GivesOthersUntilNoneIsLeft()
    {
        var drawings = new HashSet<Guid> { (await DrawnAsync(1)).Id, (await DrawnAsync(2)).Id };
        var jury = Jury();
        var skipped = new HashSet<Guid>();
        while (await jury.FindAsync("Ben", default) is { } drawing)
        {
            Assert.True(skipped.Add(drawing.Id), "a skipped drawing comes back");
            jury.Skip("Ben", drawing.Id, address: null);
        }

        Assert.Equal(drawings, skipped);
        Assert.NotNull(await jury.FindAsync("Cleo", default));
    }

    [Fact]
    public async Task Skip_FasterThanAnybodyCanLook_GivesTheSameAgain()
    {
        await DrawnAsync(1);
        var jury = Jury();
        for (var i = 0; i < JuryPace.PerMinute; i++)
            jury.Skip("Ben", Guid.NewGuid(), address: null);
        var drawing = await jury.FindAsync("Ben", default);
        jury.Skip("Ben", drawing!.Id, address: null);
        Assert.Equal(drawing.Id, (await jury.FindAsync("Ben", default))?.Id);
    }

    [Fact]
    public void Pace_ManyPlayersOfOneAddress_AreHeldTogether()
    {
        var taken = Enumerable.Range(0, 2 * JuryPace.PerMinuteAndAddress).Count(i => _pace.TryTake($"player {i}", "one address"));
        Assert.Equal(JuryPace.PerMinuteAndAddress, taken);
        Assert.True(_pace.TryTake("somebody", "another address"));
    }

    [Fact]
    public async Task Find_HostWantsNoDrawingsSeen_IsNone()
    {
        await DrawnAsync(1);
        Assert.Null(await Jury(replays: false).FindAsync("Ben", default));
        Assert.NotNull(await Jury().FindAsync("Ben", default));
    }

    [Fact]
    public async Task Find_AgreedWithoutALabel_GetsItsLabel()
    {
        var drawing = await DrawnAsync(1);
        await _store.VoteAsync(drawing.Id, Vote("Ben", 4), default);
        await _store.VoteAsync(drawing.Id, Vote("Cleo", 4), default);
        Assert.Null(await Jury().FindAsync("Dan", default));
        Assert.Equal((4, JuryVerdict.Author), await LabelAsync(drawing));
    }

    [Fact]
    public async Task Vote_LabelCannotBeSet_CountsAndTheLabelComesLater()
    {
        var (drawing, jury) = (await DrawnAsync(1), Jury());
        await jury.VoteAsync("Ben", drawing.Id, 4, default);
        _store.LabelFailure = new StoreException("Gone.", new IOException());
        var result = await jury.VoteAsync("Cleo", drawing.Id, 4, default);
        Assert.Equal((VoteState.Counted, true), (result.State, result.Verdict.IsFinal));
        _store.LabelFailure = null;
        Assert.Null(await jury.FindAsync("Dan", default));
        Assert.Equal((4, JuryVerdict.Author), await LabelAsync(drawing));
    }

    public void Dispose()
    {
        _pace.Dispose();
        _counted.Dispose();
        _contestants.Dispose();
    }

    private JuryBench Jury(bool replays = true) => new(
        _counted.Projection, _store, _contestants.CreatePlayService(_store), new JurySeats(), _pace, new ReplayOptions(replays),
        new Random(1), TimeProvider.System, NullLogger<JuryBench>.Instance);

    private async Task<Observation> DrawnAsync(int seed)
    {
        var drawing = Of(seed) with
        {
            Player = "Ada",
            Task = new DrawingTask(PlayMode.Fool, 4),
            Origin = PlayOrigin.Page,
            Ink = Ink.FromStrokes([[[seed, 0, 0], [seed + 3.0, 40, 20]]]),
        };
        await _store.AppendAsync(drawing, default);
        await _counted.Projection.CatchUpAsync(default);
        return drawing;
    }

    private async Task<(int, string)> LabelAsync(Observation drawing) =>
        (await _store.FindAsync(drawing.Id, default))!.Label is { } label ? (label.Digit, label.By) : default;
}
