using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Hosts;

public sealed class UsedHostLinkJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Link_OpenedASecondTime_SaysWhatHappenedAndWhereToGo()
    {
        await using var game = new GameProcess();
        await game.StartAsync();
        await VisitAsync(game, host => VisitAsync(game, async other =>
        {
            await host.GotoAsync(game.HostLink);
            await host.GotoAsync(game.HostLink);
            await Expect(host.GetByRole(AriaRole.Heading, new() { Name = "You’re the host already" })).ToBeVisibleAsync();
            await host.ExpectAccessibleAsync("a used host link, for the host");
            await host.GetByRole(AriaRole.Link, new() { Name = "Go on to the game" }).ClickAsync();
            await new PlayPage(host).WaitUntilReadyAsync();
            await Expect(host.GetByRole(AriaRole.Link, new() { Name = "Host", Exact = true })).ToBeVisibleAsync();

            var refused = await other.GotoAsync(game.HostLink);
            Assert.Equal(403, refused!.Status);
            await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "This host link no longer works" })).ToBeVisibleAsync();
            await Expect(other.GetByRole(AriaRole.Link, new() { Name = "Host", Exact = true })).ToHaveCountAsync(0);
            await other.ExpectAccessibleAsync("a used host link");
            await other.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Play" }).ClickAsync();
            await new PlayPage(other).WaitUntilReadyAsync();
        }, Screens.Phone()), Screens.Phone());
    }
}
