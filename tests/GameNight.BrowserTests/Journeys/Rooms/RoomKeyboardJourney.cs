using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rooms;

public sealed class RoomKeyboardJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Round_PlayedByKeyboardAlone_IsDrawnJudgedAndSpoken()
    {
        await using var company = await RoomCompany.OpenAsync(Game);
        await VisitAsync(async page =>
        {
            var phone = new PhonePage(page);
            var spoken = page.Locator("[aria-live=assertive]").First;
            await page.GotoAsync("/rooms");
            await page.TabToAsync(page.GetByLabel("Room code"));
            await page.Keyboard.TypeAsync(company.Code);
            await page.Keyboard.PressAsync("Enter");
            await Expect(phone.Heading).ToHaveTextAsync($"Join room {company.Code}");
            await page.TabToAsync(page.GetByLabel("Your name"));
            await page.Keyboard.TypeAsync("Ann");
            await page.Keyboard.PressAsync("Enter");
            await Expect(phone.Heading).ToHaveTextAsync("You’re in!");
            await Expect(spoken).ToHaveTextAsync("You’re in! Look at the big screen.");

            await company.StartAsync();
            await phone.ReadAskedAsync();
            await Expect(spoken).ToHaveTextAsync(new Regex(@"^Draw an? \d that people can read and machines can’t\.$"));
            await Expect(phone.Pad).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("ArrowDown", times: 12);
            await page.Keyboard.PressAsync("Space");
            await Expect(phone.BlankPad).ToHaveCountAsync(0);
            await page.Keyboard.PressAsync("Enter");
            await Expect(phone.Heading).ToHaveTextAsync("Sent!");

            await company.DrawAsync();
            await Expect(phone.Exhibit).ToBeVisibleAsync();
            await Expect(spoken).ToHaveTextAsync(new Regex(@"^Which digit is this\? "));
            await JudgeAsync(phone);
            await company.JudgeAsync();
            await Expect(page.GetByRole(AriaRole.List, new() { Name = "What the machines say" })).ToBeVisibleAsync();
            await company.LeadAsync("skip");
            await Expect(spoken).ToHaveTextAsync(new Regex("^You(’re| share).* points?\\.$"));
            await company.LeadAsync("skip");
            await Expect(phone.Places).ToHaveCountAsync(3);
        });
    }

    /// <summary>Answers with the keys of the digits, and once that it is none.</summary>
    private static async Task JudgeAsync(PhonePage phone)
    {
        var key = "N";
        while (await phone.ReadJudgedAsync() is { } shown)
        {
            await phone.Page.Keyboard.PressAsync(key);
            await phone.ExpectNextAsync(shown);
            key = "7";
        }
    }
}
