using System.Security.Claims;
using Bunit;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Pages.Boards;
using GameNight.Scoreboard.Leaderboards;
using GameNight.Scoreboard.Queries;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Scoreboard.Leaderboards;

public sealed class PeopleTests : BunitContext
{
    private static readonly string Ann = GuestName.Of(PlayerHandle.Of("ann"));
    private static readonly string Bob = GuestName.Of(PlayerHandle.Of("bob"));
    private readonly ContestantsFixture _contestants = ContestantsFixture.With();

    [Fact]
    public async Task Region_TwoEvenings_ShowsTheLatestAndTheOtherWhenSelected()
    {
        var page = await OpenAsync(Players.Player("ann"));
        Assert.Equal(
            ["Friday, 20 November 2026", "Thursday, 19 November 2026"], page.FindAll("option").Select(option => option.TextContent));
        Assert.Equal([$"1{Ann} (you)100 points", $"–{Bob}8 to go"], page.FindAll(".board-row").Select(Row));
        var lead = page.Find(".people .chart-lead").TextContent;
        Assert.StartsWith($"{Ann} is alone on the board so far: 100 of 100 points.", lead, StringComparison.Ordinal);
        Assert.Equal("You’re 1st.", page.Find(".board-own").TextContent);

        await page.Find("#evening").ChangeAsync("2026-11-19");
        page.WaitForAssertion(() => Assert.Equal([$"–{Bob}9 to go"], page.FindAll(".board-row").Select(Row)));
    }

    [Fact]
    public async Task Form_NameSetAndRemoved_TheBoardFollows()
    {
        var region = await OpenAsync(Players.Player("ann"));
        Assert.Contains($"You’re {Ann}. Pick a name?", region.Find(".nickname-words").TextContent, StringComparison.Ordinal);
        Type(region, " <i>Ann</i> ");
        region.WaitForAssertion(() => Assert.StartsWith("1<i>Ann</i> (you)", Row(region.Find(".board-row")), StringComparison.Ordinal));
        region.WaitForAssertion(() => Assert.Equal("Your name is on the board.", region.Find(".nickname-done").TextContent));

        await region.FindAll(".nickname button").Single(button => button.TextContent == "Take it down").ClickAsync();
        region.WaitForAssertion(() => Assert.StartsWith($"1{Ann} (you)", Row(region.Find(".board-row")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_InvalidName_SaysWhatIsWrong()
    {
        var region = await OpenAsync(Players.Player("ann"));
        Type(region, "123456789012345678901");
        region.WaitForAssertion(() => Assert.Equal(
            "That’s too long: a name has at most 20 characters.", region.Find(".nickname-trouble").TextContent));
        Assert.Equal("true", region.Find("input").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Board_ForTheHost_CanRemoveNames()
    {
        var region = await OpenAsync(Players.Player("guest", Players.HostRole));
        Assert.Empty(region.FindAll(".board-remove"));
        await Services.GetRequiredService<Nicknames>().SetAsync(PlayerHandle.Of("bob"), "Rude", default);
        await region.WaitForElement(".board-remove").ClickAsync();
        region.WaitForAssertion(() => Assert.Empty(region.FindAll(".board-remove")));
        Assert.Equal(Bob, Services.GetRequiredService<Nicknames>().NameOf(PlayerHandle.Of("bob")));
    }

    [Fact]
    public async Task Board_ForAPlayer_CannotRemoveNames()
    {
        var page = await OpenAsync(Players.Player("ann"));
        var region = page.FindComponent<People>();
        await Services.GetRequiredService<Nicknames>().SetAsync(PlayerHandle.Of("bob"), "Bob", default);
        page.WaitForAssertion(() => Assert.Contains("Bob", region.Markup, StringComparison.Ordinal));
        Assert.Empty(region.FindAll(".board-remove"));
        await region.InvokeAsync(() => region.Instance.RemoveNameAsync(PlayerHandle.Of("bob")));
        Assert.Equal("Bob", Services.GetRequiredService<Nicknames>().NameOf(PlayerHandle.Of("bob")));
    }

    private static void Type(IRenderedComponent<TonightPage> region, string name)
    {
        region.Find("input").Input(name);
        region.Find("form").Submit();
    }

    private static string Row(AngleSharp.Dom.IElement row) =>
        string.Concat(row.QuerySelectorAll(".board-place, .board-name, .board-count").Select(cell => cell.TextContent.Trim()));

    private static Observation Play(string player, double hours, int guess) =>
        ScoredObservations.Play(1, ObservationBuilder.Evening.AddHours(hours), ("cnn", guess)) with { Player = player, Chosen = "cnn" };

    private async Task<IRenderedComponent<TonightPage>> OpenAsync(ClaimsPrincipal player)
    {
        var store = new MemoryObservationStore(
            [Play("bob", -24, 1), .. Enumerable.Range(0, 10).Select(i => Play("ann", 0.1 * i, 1)), Play("bob", 0.5, 1), Play("bob", 2, 7)]);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddGame(_contestants, store);
        await Services.GetRequiredService<ScoreboardReader>().CatchUpAsync(default);
        var page = Render<TonightPage>(component => component.AddCascadingValue(Task.FromResult(new AuthenticationState(player))));
        await page.WaitForElementAsync(".board-row");
        await page.WaitForElementAsync(".nickname");
        return page;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
