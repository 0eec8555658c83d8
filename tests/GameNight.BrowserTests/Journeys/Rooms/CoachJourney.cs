using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Rooms;

/// <summary>A screen and a phone in a game of coach, by touch: what each phase asks for, and that everybody can do it.</summary>
public sealed class CoachJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public async Task Coach_FromTheLobbyToThePodium_IsPlayedByTouchAndToldByTeams()
    {
        await using var company = await RoomCompany.OpenAsync(Game, "coach");
        await VisitAsync(async screen =>
        {
            await screen.Clock.InstallAsync();
            await screen.GotoAsync(company.Stage);
            await VisitAsync(
                page => PlayAsync(company, new StagePage(screen), new PhonePage(page)), Screens.Still(Screens.Phone()), "coach-phone");
        }, Screens.Still(Screens.Desktop()));
    }

    private static async Task PlayAsync(RoomCompany company, StagePage stage, PhonePage phone)
    {
        await phone.Page.GotoAsync("/rooms");
        Assert.InRange(await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
        await phone.JoinAsync(company.Code, "Ann");
        await ExpectAccessibleAsync(stage, phone, "the lobby");
        await company.LeadAsync("start");
        await Expect(phone.Page.Locator(".me")).ToHaveTextAsync(new Regex("^[●■] Team (Circle|Square)$"));
        await ExpectAccessibleAsync(stage, phone, "the brief");

        await company.LeadAsync("skip");
        await TeachAsync(phone);
        await TeachAsync(phone);
        await Expect(stage.Page.GetByText("2 drawings taught")).ToBeVisibleAsync();
        await ExpectAccessibleAsync(stage, phone, "teaching");

        await company.LeadAsync("skip");
        await Expect(phone.Heading).ToHaveTextAsync(new Regex("^This is what (Circle|Square)’s rookie mixes up$"));
        await Expect(stage.Heading).ToHaveTextAsync("What the rookies mix up");
        // What it mixes up is found beside the game.
        await Expect(stage.Page.Locator(".room-team").GetByText(new Regex("^takes an? \\d")).First).ToBeVisibleAsync();
        await ExpectAccessibleAsync(stage, phone, "the look");

        await company.LeadAsync("skip");
        await Expect(stage.Heading).ToHaveTextAsync(new Regex("^Fool the other teams’ rookies!"));
        await SwitchMoreTimeAsync(phone);
        await ExpectAccessibleAsync(stage, phone, "the attack");
        await phone.DrawAsync();
        await phone.Button("Send").TapAsync();
        await company.DrawAsync("attack");

        await Expect(phone.Exhibit).ToBeVisibleAsync();
        await ExpectAccessibleAsync(stage, phone, "the jury");
        await phone.JudgeAsync(digit: 7);
        await company.JudgeAsync();

        await Expect(phone.Page.Locator(".room-team .exam")).ToBeVisibleAsync();
        await stage.Page.ForwardToAsync(stage.Page.Locator(".room-team .exam").First);
        await ExpectAccessibleAsync(stage, phone, "the exam");

        await company.LeadAsync("skip");
        await Expect(phone.Heading).ToHaveTextAsync(new Regex("^Your team (leads|shares the lead|is 2nd)"));
        await Expect(stage.Page.Locator(".ranks .room-team-name")).ToHaveCountAsync(2);
        await ExpectAccessibleAsync(stage, phone, "the board");

        await company.LeadAsync("skip");
        await Expect(stage.Heading).ToHaveTextAsync(new Regex("^Team .* wins?!$"));
        await Expect(phone.Heading).ToHaveTextAsync(new Regex("^Your team (won!|came 2nd)$"));
        await ExpectAccessibleAsync(stage, phone, "the podium");
        await LeaveAndComeBackAsync(phone);
    }

    private static async Task TeachAsync(PhonePage phone)
    {
        await phone.DrawAsync();
        var shown = await phone.ReadShownAsync();
        await phone.Button("Send").TapAsync();
        await phone.ExpectNextAsync(shown);
    }

    /// <summary>In the middle of a phase, by keyboard alone, and heard.</summary>
    private static async Task SwitchMoreTimeAsync(PhonePage phone)
    {
        var page = phone.Page;
        await phone.ReadAskedAsync();
        await page.TabToAsync(phone.Menu);
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(phone.MoreTime);
        await page.Keyboard.PressAsync("Space");
        await Expect(phone.MoreTime).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("[aria-live=assertive]").First).ToHaveTextAsync("You have twice as long from now on.");
        await page.ExpectAccessibleAsync("the menu on a phone");
        Assert.Empty(await page.FindSmallTargetsAsync());
        await page.Keyboard.PressAsync("Escape");
        await Expect(phone.MoreTime).ToBeHiddenAsync();
        await Expect(phone.Menu).ToBeFocusedAsync();
    }

    private static async Task LeaveAndComeBackAsync(PhonePage phone)
    {
        await phone.Menu.TapAsync();
        await phone.Button("Leave the room").TapAsync();
        await Expect(phone.Page.GetByText("You can come back with the same code.")).ToBeVisibleAsync();
        await phone.Page.ExpectAccessibleAsync("the question whether to leave");
        await phone.Button("Yes, leave").TapAsync();
        await Expect(phone.Heading).ToHaveTextAsync("You left this room");
        await phone.Page.ExpectAccessibleAsync("a room that was left");
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Come back" }).TapAsync();
        await Expect(phone.Page.GetByLabel("Your name")).ToHaveValueAsync("Ann");
        await phone.Button("Join").TapAsync();
        await Expect(phone.Heading).ToHaveTextAsync(new Regex("^Your team (won!|came 2nd)$"));
    }

    private static async Task ExpectAccessibleAsync(StagePage stage, PhonePage phone, string phase)
    {
        await phone.Page.ExpectAccessibleAsync($"{phase} of coach on a phone");
        await stage.Page.ExpectAccessibleAsync($"{phase} of coach on the screen");
    }
}
