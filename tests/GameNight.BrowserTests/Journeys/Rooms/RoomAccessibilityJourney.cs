using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rooms;

public sealed class RoomAccessibilityJourney(SharedGame shared) : Journey(shared)
{
    private static readonly (int Width, int Height)[] SmallScreens = [(360, 640), (375, 553)];

    /// <summary>Also on small phones, all that a phase asks for is there without scrolling.</summary>
    [BrowserFact]
    public async Task Room_InEachPhase_IsAccessibleAndFitsSmallPhones()
    {
        await using var company = await RoomCompany.OpenAsync(Game);
        await VisitAsync(async screen =>
        {
            await screen.GotoAsync("/rooms");
            await screen.ExpectAccessibleAsync("the door of the rooms");
            await screen.Clock.InstallAsync();
            await screen.GotoAsync(company.Stage);
            var stage = new StagePage(screen);
            await VisitAsync(async page =>
            {
                var phone = new PhonePage(page);
                // The host's phone has the remote control as well.
                await page.GotoAsync(Game.HostLink);
                await phone.JoinAsync(company.Code, "Ann");
                await ExpectAccessibleAsync("the lobby");
                await company.StartAsync();
                await phone.ReadAskedAsync();
                await ExpectAccessibleAsync("drawing");
                await ExpectFitAsync(
                    page, phone.Heading, phone.Clock, phone.Pad, phone.Button("Undo"), phone.Button("Clear"), phone.Button("Send"));
                await phone.DrawAsync();
                await phone.Button("Send").TapAsync();
                await company.DrawAsync();
                await Expect(phone.Exhibit).ToBeVisibleAsync();
                await ExpectAccessibleAsync("the jury");
                await ExpectFitAsync(
                    page, [phone.Heading, phone.Clock, phone.Exhibit, .. await phone.Digits.GetByRole(AriaRole.Button).AllAsync()]);
                await phone.JudgeAsync(digit: 7);
                await company.JudgeAsync();
                await Expect(page.GetByRole(AriaRole.List, new() { Name = "What the machines say" })).ToBeVisibleAsync();
                await ExpectAccessibleAsync("the reveal");
                await ExpectAccessibleInTheDarkAsync(page, "the reveal on a phone");
                await screen.ForwardToAsync(screen.Locator("[data-turned=yes]").Nth(2));
                await screen.ExpectAccessibleAsync("cards on the screen");
                await ExpectAccessibleInTheDarkAsync(screen, "cards on the screen");
                await screen.ForwardToAsync(screen.Locator(".room-contest"));
                await screen.ExpectAccessibleAsync("the sum of the reveal");
                await company.LeadAsync("skip");
                await Expect(phone.Heading).ToHaveTextAsync(new Regex("^You(’re| share)"));
                await ExpectAccessibleAsync("the board");
                await company.LeadAsync("skip");
                await Expect(phone.Places).ToHaveCountAsync(3);
                await Expect(stage.Heading).ToHaveTextAsync(new Regex(" wins?!$"));
                await ExpectAccessibleAsync("the podium");

                async Task ExpectAccessibleAsync(string phase)
                {
                    await page.ExpectAccessibleAsync($"{phase} on a phone");
                    await screen.ExpectAccessibleAsync($"{phase} on the screen");
                }
            }, Screens.Still(Screens.Phone()), "room-accessibility-phone");
        }, Screens.Still(Screens.Desktop()));
    }

    private static async Task ExpectAccessibleInTheDarkAsync(IPage page, string state)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await page.ExpectAccessibleAsync($"{state}, in the dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
    }

    private static async Task ExpectFitAsync(IPage page, params ILocator[] parts)
    {
        foreach (var (width, height) in SmallScreens)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var part in parts)
                await Expect(part).ToBeInViewportAsync(new() { Ratio = 0.99f });
            Assert.Equal((width, height), (await MeasureAsync("scrollWidth"), await MeasureAsync("scrollHeight")));
            Assert.Empty(await page.FindSmallTargetsAsync());
        }

        await page.SetViewportSizeAsync(390, 844);

        Task<int> MeasureAsync(string side) => page.EvaluateAsync<int>($"document.documentElement.{side}");
    }
}
