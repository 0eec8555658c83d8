using GameNight.Drawing.Strokes;
using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Play.Fool;
using GameNight.Play.Rounds;
using GameNight.Scoreboard.Projection;
using Microsoft.Extensions.DependencyInjection;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Play.Fool;

/// <summary>The jury of a real game: its store, its counts, its plays.</summary>
public sealed class JuryBenchTests : IAsyncLifetime
{
    private static readonly DrawingTask Four = new(PlayMode.Fool, 4);

    private readonly GameServer _server = new();
    private IObservationStore _store = null!;
    private JuryBench _jury = null!;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _store = _server.Services.GetRequiredService<IObservationStore>();
        _jury = _server.Services.GetRequiredService<JuryBench>();
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Find_OwnDrawing_IsForOthers()
    {
        var drawing = await DrawnAsync("Ada");
        Assert.Null(await _jury.FindAsync("Ada", default));
        Assert.Equal(drawing.Id, (await _jury.FindAsync("Ben", default))?.Id);
    }

    [Fact]
    public async Task Find_JudgedExcludedOrByAProgram_IsNotFound()
    {
        var judged = await DrawnAsync("Ada");
        await _jury.VoteAsync("Ben", judged.Id, 4, default);
        var excluded = await DrawnAsync("Ada", seed: 4);
        await _store.ExcludeAsync(excluded.Id, excluded: true, default);
        await DrawnAsync("Ada", seed: 5, PlayOrigin.Api);
        await CountAsync();
        Assert.Null(await _jury.FindAsync("Ben", default));
        Assert.Equal(judged.Id, (await _jury.FindAsync("Cleo", default))?.Id);
    }

    [Fact]
    public async Task Vote_TwoAgree_BecomesTheLabelAndIsFinal()
    {
        var drawing = await DrawnAsync("Ada");
        Assert.Contains("One more person", (await _jury.VoteAsync("Ben", drawing.Id, 4, default)).Words, StringComparison.Ordinal);
        Assert.Contains("for whoever drew it", (await _jury.VoteAsync("Cleo", drawing.Id, 4, default)).Words, StringComparison.Ordinal);
        var stored = await _store.FindAsync(drawing.Id, default);
        Assert.Equal((4, JuryVerdict.Author), (stored!.Label!.Digit, stored.Label.By));
        await CountAsync();
        Assert.Null(await _jury.FindAsync("Dan", default));
    }

    [Fact]
    public async Task Vote_TwoSeeNoDigit_GivesNoLabelAndIsFinal()
    {
        var drawing = await DrawnAsync("Ada");
        await _jury.VoteAsync("Ben", drawing.Id, null, default);
        Assert.Contains("no digit", (await _jury.VoteAsync("Cleo", drawing.Id, null, default)).Words, StringComparison.Ordinal);
        Assert.Null((await _store.FindAsync(drawing.Id, default))!.Label);
        await CountAsync();
        Assert.Null(await _jury.FindAsync("Dan", default));
    }

    [Fact]
    public async Task Vote_OnOnesOwn_IsRefusedAndNotStored()
    {
        var drawing = await DrawnAsync("Ada");
        Assert.Equal(VoteState.Own, (await _jury.VoteAsync("Ada", drawing.Id, 4, default)).State);
        Assert.Empty((await _store.FindAsync(drawing.Id, default))!.Votes);
    }

    [Fact]
    public async Task Vote_Twice_CountsOnce()
    {
        var drawing = await DrawnAsync("Ada");
        await _jury.VoteAsync("Ben", drawing.Id, 4, default);
        Assert.Equal(VoteState.Again, (await _jury.VoteAsync("Ben", drawing.Id, 4, default)).State);
        Assert.Null((await _store.FindAsync(drawing.Id, default))!.Label);
    }

    [Fact]
    public async Task Vote_ByAScript_IsHeldAtTheMostOfAMinute()
    {
        var states = new List<VoteState>();
        for (var i = 0; i <= JuryPace.PerMinute; i++)
            states.Add((await _jury.VoteAsync("script", (await DrawnAsync("Ada", seed: i)).Id, 4, default)).State);
        Assert.Equal(VoteState.TooMany, states[^1]);
        Assert.All(states[..^1], state => Assert.Equal(VoteState.Counted, state));
    }

    [Fact]
    public async Task Vote_OnWhatIsGone_SaysSo() =>
        Assert.Equal(VoteState.Gone, (await _jury.VoteAsync("Ben", Guid.NewGuid(), 4, default)).State);

    private async Task<Observation> DrawnAsync(string player, int seed = 3, PlayOrigin origin = PlayOrigin.Page)
    {
        var drawing = Of(seed) with { Player = player, Image = Image(seed), Origin = origin, Ink = Line(seed), Task = Four };
        await _server.Services.GetRequiredService<PlayService>().RecordAsync(drawing, default);
        await CountAsync();
        return drawing;
    }

    /// <summary>Another drawing for each seed.</summary>
    private static Ink Line(int seed) => Ink.FromStrokes([[[seed, 0, 0], [seed + 3.0, 40, 20]]]);

    private Task CountAsync() => _server.Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
}
