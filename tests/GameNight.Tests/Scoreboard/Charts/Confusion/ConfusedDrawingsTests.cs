using Bunit;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Charts.Confusion;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard.Charts.Confusion;

public sealed class ConfusedDrawingsTests : BunitContext
{
    private static readonly DrawingSelection Selection = new("cnn", 3, 8);

    private readonly ContestantsFixture _contestants = ContestantsFixture.With();

    [Fact]
    public async Task Drawing_OfSomebodyWithoutAName_ShowsNeitherWhoNorWhen()
    {
        await OpenAsync(replays: true);
        var region = Render();
        await region.WaitForAssertionAsync(() => Assert.Single(region.FindAll(".confused-list > li")));
        Assert.Empty(region.FindAll(".card-who"));
        Assert.Empty(region.FindAll("local-time"));
    }

    [Fact]
    public async Task Drawing_OfSomebodyWhoPutUpAName_ShowsBoth()
    {
        await OpenAsync(replays: true);
        await Services.GetRequiredService<Nicknames>().SetAsync(PlayerHandle.Of(ObservationBuilder.Of().Player), "Zoë", default);
        var region = Render();
        await region.WaitForAssertionAsync(() => Assert.Equal("Zoë", region.Find(".card-who strong").TextContent));
        Assert.Single(region.FindAll("local-time"));
    }

    [Fact]
    public async Task Replays_TurnedOffByTheHost_ReadNoDrawing()
    {
        await OpenAsync(replays: false);
        var reader = Services.GetRequiredService<DrawingsReader>();
        Assert.False(reader.IsEnabled);
        Assert.Empty(await reader.ReadAsync(Selection, Filter.All, 10, default));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }

    private async Task OpenAsync(bool replays)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var play = ScoredObservations.Play(3, ObservationBuilder.Evening, ("cnn", 8));
        Services.AddGame(_contestants, new MemoryObservationStore(play));
        Services.AddSingleton(new ReplayOptions(replays));
        await Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
    }

    private IRenderedComponent<ConfusedDrawings> Render() => Render<ConfusedDrawings>(region => region
        .Add(drawings => drawings.Selection, Selection).Add(drawings => drawings.Filter, Filter.All).Add(drawings => drawings.Count, 1));
}
