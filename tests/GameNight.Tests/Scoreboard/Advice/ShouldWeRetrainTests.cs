using Bunit;
using GameNight.Identity.Access;
using GameNight.Scoreboard.Advice;
using GameNight.Scoreboard.Queries;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard.Advice;

public sealed class ShouldWeRetrainTests : BunitContext
{
    private readonly ContestantsFixture _contestants = ContestantsFixture.With(("app-network", 3));

    [Fact]
    public async Task Region_WithLabels_AnswersAndShowsWhatItRestsOn()
    {
        var region = await OpenAsync(40, Players.Player("ann"));
        Assert.Equal(
            "Yes: 40 answers are new, and the machines retrain by themselves at 50 new answers, or at 04:00.",
            region.Find(".retrain-answer").TextContent);
        Assert.Equal(
            [
                "40 of 40", "at 50 new answers, or at 04:00", "none yet",
                "100 % (91–100 %), n = 40; too new to have become better or worse",
            ],
            region.FindAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Empty(region.FindAll("a"));
    }

    [Fact]
    public async Task Region_ForTheHost_LinksToTheModelsPage() =>
        Assert.Equal("models", (await OpenAsync(40, Players.Player("ann", Players.HostRole))).Find("a").GetAttribute("href"));

    [Fact]
    public async Task Region_WithoutLabels_HasNothingToLearnFrom() => Assert.Equal(
        "There’s nothing to learn from yet: no drawing has an answer.",
        (await OpenAsync(0, Players.Player("ann"))).Find(".retrain-answer").TextContent);

    private async Task<IRenderedComponent<ShouldWeRetrain>> OpenAsync(int labels, System.Security.Claims.ClaimsPrincipal player)
    {
        var plays = Enumerable.Range(0, labels)
            .Select(i => ScoredObservations.Play(3, ObservationBuilder.Evening.AddMinutes(i), ("app-network", 3)));
        Services.AddGame(_contestants, new MemoryObservationStore([.. plays]));
        await Services.GetRequiredService<ScoreboardReader>().CatchUpAsync(default);
        var region = Render<ShouldWeRetrain>(component => component.AddCascadingValue(Task.FromResult(new AuthenticationState(player))));
        await region.WaitForElementAsync(".retrain-answer");
        return region;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
