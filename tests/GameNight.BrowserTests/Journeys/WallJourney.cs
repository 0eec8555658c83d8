using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

/// <summary>A wall that shows how phones join, and at once what they draw.</summary>
public sealed class WallJourney(SharedGame table) : Journey(table)
{
    [BrowserFact]
    public async Task Wall_APhoneDraws_ItIsSeenAtOnceAndTheCodeLeadsBack()
    {
        var screen = Screens.Desktop();
        screen.ReducedMotion = ReducedMotion.Reduce;
        await using var game = new GameProcess();
        game.Settings.Add("--GameNight:Training:Enabled=false");
        game.Settings.Add("--GameNight:JoinAddress=http://192.168.1.20:5080");
        await game.StartAsync();
        await VisitAsync(game, async wall =>
        {
            await wall.GotoAsync("/charts/projector");
            await Expect(wall.GetByText("Play along: 192.168.1.20:5080")).ToBeVisibleAsync();
            Assert.Equal("http://192.168.1.20:5080/", await wall.ReadQrAsync());
            await Expect(wall.GetByRole(AriaRole.Button, new() { Name = "Sound" })).ToBeEnabledAsync();
            await wall.Keyboard.PressAsync("s");
            await Expect(wall.GetByRole(AriaRole.Button, new() { Name = "Sound" })).ToHaveAttributeAsync("aria-pressed", "true");

            await VisitAsync(game, async phone =>
            {
                var play = new PlayPage(phone);
                await play.OpenAsync();
                await play.DrawAsync(Digits.Seven);
                await play.GuessAsync();
            }, Screens.Phone());

            await Expect(wall.GetByRole(AriaRole.Heading, new() { Name = "Just drawn" })).ToBeVisibleAsync();
            await Expect(wall.GetByRole(AriaRole.Img, new() { Name = "The latest drawing" })).ToBeVisibleAsync();
            await wall.ExpectAccessibleAsync("the latest drawing on the wall");
        }, screen);
    }
}
