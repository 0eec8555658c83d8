using Bunit;
using GameNight.Scoreboard.Charts.Contests;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Play;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard.Charts.Contests;

public sealed class HeadToHeadTests : BunitContext
{
    private readonly ContestantsFixture _contestants = ContestantsFixture.With();

    public HeadToHeadTests() => Services.AddSingleton(_contestants.Contestants);

    [Fact]
    public void Region_OnePair_SaysWhichIsBetterAndHasAllFiguresInTheTable()
    {
        var region = Render(new PairStatistics("trees", "network", 900, 38, 412, 50));
        Assert.Equal("Network clearly beats trees, 412 drawings to 38.", region.Find(".duel-words").TextContent);
        Assert.StartsWith("It’s clear.", region.Find(".chart-lead").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["network", "trees", "900", "412", "38", "50", "1,400", "<0.001"],
            region.FindAll("tbody tr > *").Select(cell => cell.TextContent));
        Assert.Equal("91.56%", region.Find(".duel-first").GetAttribute("width"));
    }

    [Fact]
    public void Region_ManyPairs_ShowsTheClearestAndUnfoldsTheOthers()
    {
        var region = Render([.. Enumerable.Range(0, 21).Select(i => new PairStatistics($"a{i}", $"b{i}", 10, i, 0, 0))]);
        Assert.Equal(21, region.FindAll("tbody tr").Count);
        Assert.Equal("The other 15 pairs", region.Find(".duels-more > summary").TextContent);
        Assert.Equal(15, region.FindAll(".duels-more li").Count);
        Assert.Contains("A20 clearly beats b20, 20 drawings to 0", region.Find(".duel-words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Region_WithoutPairs_SaysWhenThereWillBeSome()
    {
        var region = Render();
        Assert.Contains("Once two contestants", region.Markup, StringComparison.Ordinal);
        Assert.Empty(region.FindAll("table, li"));
    }

    private IRenderedComponent<HeadToHead> Render(params PairStatistics[] pairs) =>
        Render<HeadToHead>(region => region.Add(component => component.Pairs, RankedPair.Rank(pairs)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
