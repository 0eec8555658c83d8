using Bunit;
using GameNight.Pages.Boards;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using GameNight.Tests.Scoreboard;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Pages.Boards;

public sealed class LabTests : BunitContext
{
    private readonly ContestantsFixture _contestants = ContestantsFixture.With();

    [Fact]
    public void Lab_WithAnswers_HasItsRegionsFoldedAndItsFiltersUnfolded()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddGame(_contestants, new MemoryObservationStore(
            [.. Enumerable.Range(0, 30).Select(i => ScoredObservations.Play(
                3, ObservationBuilder.Evening.AddMinutes(i), ("cnn", 3), ("k-means", i < 20 ? 8 : 3)))]));
        Services.GetRequiredService<NavigationManager>().NavigateTo("charts/lab");
        var page = Render<LabPage>();
        page.WaitForState(() => page.FindAll(".retrain-answer").Count > 0);
        Assert.Equal(
            [
                "Should we retrain?", "Head to head", "Learning curve", "Your own and the network", "Accuracy over time", "Calibration",
                "Surprise me", "Surprises compared",
            ],
            page.FindAll("section").Select(region => region.QuerySelector("h2")!.TextContent));
        Assert.Contains("It’s clear. We put two contestants on the same drawings", page.Markup, StringComparison.Ordinal);
        Assert.All(page.FindAll(".chart-fold"), fold => Assert.False(fold.HasAttribute("open")));
        Assert.True(page.Find(".charts-filters").HasAttribute("open"));
        Assert.Equal("page", page.FindAll("nav[aria-label=Scoreboard] a")[2].GetAttribute("aria-current"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
