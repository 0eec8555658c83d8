using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rooms;

public sealed class RoomRestartJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Drawing_GameKilledInTheMiddle_IsStillThereAndSent()
    {
        await using var game = new GameProcess();
        game.Settings.AddRange([.. RoomCompany.Settings, "--GameNight:Training:Enabled=false"]);
        await game.StartAsync();
        await using var company = await RoomCompany.OpenAsync(game);
        await VisitAsync(game, async screen =>
        {
            var stage = new StagePage(screen);
            await screen.GotoAsync(company.Stage);
            await VisitAsync(game, async page =>
            {
                var phone = new PhonePage(page);
                await phone.JoinAsync(company.Code, "Ann");
                await company.StartAsync();
                await phone.DrawAsync();
                await company.DrawAsync();
                var asked = await phone.ReadAskedAsync();
                var ink = await phone.ReadInkAsync();

                await game.KillAsync();
                await Expect(phone.Banner).ToHaveTextAsync("Reconnecting… your drawing is safe here.");
                await Expect(stage.Banner).ToHaveTextAsync("Reconnecting… the game waits for this screen.");
                await game.StartAsync();
                await Expect(phone.Banner).ToBeHiddenAsync();
                await Expect(stage.Banner).ToBeHiddenAsync();
                Assert.Equal(asked, await phone.ReadAskedAsync());
                Assert.Equal(ink, await phone.ReadInkAsync());
                await phone.Button("Send").TapAsync();
                // All the others had sent theirs before.
                await Expect(stage.Heading).ToHaveTextAsync("Which digits do you read on your phone?");
                await Expect(phone.Exhibit).ToBeVisibleAsync();
            }, Screens.Phone(), "room-restart-phone");
        });
    }
}
