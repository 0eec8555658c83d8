using Bunit;
using GameNight.Models;
using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class ServiceFlagsTests : BunitContext
{
    private readonly ContestantsFixture _contestants = ContestantsFixture.With(("app-network", 3), ("cnn", 3));

    [Fact]
    public void Flag_VersionThatWentIntoService_SaysWhenAndLinksToIt()
    {
        Services.AddSingleton(_contestants.Contestants);
        var time = new DateTimeOffset(2026, 11, 20, 21, 4, 0, TimeSpan.Zero);
        var change = new ServiceLane.Change(40, new Activation(1, "app-network", "1", "2", time, "ann", ""));
        var lane = new ServiceLane("app-network", [new([change])]);
        var link = Render<ServiceFlags>(flags => flags.Add(component => component.Lanes, [lane])).Find("li a");
        Assert.Equal("models#who-app-network", link.GetAttribute("href"));
        Assert.Equal("v2", link.QuerySelector("span:not(.visually-hidden)")!.TextContent);
        Assert.Equal("Sponge version 2 went into service on 20 Nov, 21:04 UTC", link.QuerySelector(".visually-hidden")!.TextContent);
        Assert.Equal(link.QuerySelector(".visually-hidden")!.TextContent, link.NextElementSibling!.TextContent);
        Assert.Equal("--x: 40%; --lane: 0", link.ParentElement!.GetAttribute("style"));
    }

    [Fact]
    public async Task OverTime_VersionGoesIntoService_IsShownAtOnceInChartAndTable()
    {
        var chart = Open();
        Assert.Empty(chart.FindAll(".service a"));
        Assert.DoesNotContain("Went into service", chart.Find("thead").TextContent, StringComparison.Ordinal);

        await _contestants.PlayAsync("cnn", 4);
        chart.WaitForAssertion(() => Assert.Contains(
            "CNN version 2 went into service on ", chart.Find(".service a .visually-hidden").TextContent, StringComparison.Ordinal));
        var position = chart.Find(".service li").GetAttribute("style")!.Split(["--x: ", ";"], StringSplitOptions.None)[1];
        Assert.Equal(chart.FindAll(".time-change")[0].GetAttribute("x1"), position);
        Assert.Equal("Went into service", chart.Find("thead th:last-child").TextContent);
        var cell = Assert.Single(chart.FindAll("tbody td:last-child"), cell => cell.TextContent != "–");
        Assert.Matches(@"^CNN version 2 \(\d\d:\d\d\)$", cell.TextContent);
    }

    [Fact]
    public void OverTime_VersionOnShadow_IsDashedAndNamed()
    {
        var chart = Open();
        var shadow = Assert.Single(chart.FindAll("polyline.time-trial"));
        Assert.NotEmpty(shadow.GetAttribute("stroke-dasharray")!);
        Assert.Equal(chart.FindAll("polyline")[0].GetAttribute("style"), shadow.GetAttribute("style"));
        Assert.Contains("CNN, version 9 on trial", chart.FindAll(".legend li").Select(name => name.TextContent.Trim()));
        Assert.Contains("CNN, version 9 on trial", chart.FindAll("thead th").Select(name => name.TextContent));
        var lead = chart.Find(".chart-lead").TextContent.Split(" The scale")[0];
        Assert.EndsWith("on trial, it guesses unseen.", lead, StringComparison.Ordinal);
    }

    /// <summary>Renders a chart from an hour ago to an hour from now, so that an activation now lies within.</summary>
    private IRenderedComponent<AccuracyOverTime> Open()
    {
        Services.AddSingleton(_contestants.Contestants);
        Services.AddSingleton(_contestants.Library);
        Services.AddSingleton<TimeProvider>(new FakeClock());
        var now = DateTimeOffset.UtcNow;
        var scores = ScoreboardFixture.Count(Enumerable.Range(-1, 3).Select(hour =>
            ScoredObservations.Play(3, now.AddHours(hour), ("cnn", 3)) with
            {
                Shadows = [ObservationBuilder.Guess("cnn", 3) with { Version = "9" }],
            }));
        return Render<AccuracyOverTime>(chart => chart.Add(component => component.Scores, scores));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
