using System.Text;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Players;

public sealed class PrivacyJourney(SharedGame shared) : Journey(shared)
{
    [BrowserFact]
    public Task Play_Unrecorded_LeavesNothingAndIsRememberedByTheBrowser() => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await Expect(page.GetByText("We keep your drawings, so the contestants can learn.")).ToBeVisibleAsync();

        await Unrecorded(page).CheckAsync(new() { Force = true });
        await PlayUnrecordedAsync(page, play);
        await page.ReloadAsync();
        await play.WaitUntilReadyAsync();
        await Expect(Unrecorded(page)).ToBeCheckedAsync();
        await Expect(page.GetByText("Nothing you draw is kept.")).ToBeVisibleAsync();
        await PlayUnrecordedAsync(page, play);

        Assert.Empty(await FilesAboutAsync(page));
        Assert.Equal("""{"observations":0}""", await CountAsync(page));
    });

    [BrowserFact]
    public Task Delete_MyDrawings_AfterAQuestionLeavesNothing() => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await play.DrawAsync(Digits.Seven);
        await play.GuessAsync();
        await play.MarkRightAsync();
        Assert.Equal("""{"observations":1}""", await CountAsync(page));
        Assert.NotEmpty(await FilesAboutAsync(page));

        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Download my drawings" }).ClickAsync());
        Assert.Equal("my-drawings.jsonl", download.SuggestedFilename);
        Assert.Single(await File.ReadAllLinesAsync(await download.PathAsync()));

        await play.Button("Delete my drawings").ClickAsync();
        await play.Button("Keep them").ClickAsync();
        Assert.Equal("""{"observations":1}""", await CountAsync(page));
        await play.Button("Delete my drawings").ClickAsync();
        await play.Button("Delete everything").ClickAsync();
        await Expect(page.GetByText("Deleted. Nothing that you had drawn until now is kept.")).ToBeVisibleAsync();

        Assert.Equal("""{"observations":0}""", await CountAsync(page));
        Assert.Empty(await FilesAboutAsync(page));
    });

    private static ILocator Unrecorded(IPage page) => page.GetByRole(AriaRole.Switch, new() { Name = "Play without being recorded" });

    private static async Task PlayUnrecordedAsync(IPage page, PlayPage play)
    {
        await play.DrawAsync(Digits.Seven);
        await play.GuessAsync();
        await play.Button("Right").ClickAsync();
        await Expect(page.GetByText("Not recorded", new() { Exact = true })).ToBeVisibleAsync();
    }

    private async Task<string> CountAsync(IPage page) =>
        await (await page.APIRequest.GetAsync(new Uri(Game.Address!, "api/players/me").ToString())).TextAsync();

    /// <summary>The files of the game in which the player's number stands, which the page About shows.</summary>
    private async Task<List<string>> FilesAboutAsync(IPage page)
    {
        await page.GotoAsync("/about");
        var number = Encoding.UTF8.GetBytes(await page.GetByText("Yours is").Locator("code").InnerTextAsync());
        Assert.Equal(16, number.Length);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete my drawings" })).ToBeEnabledAsync();
        return [.. Directory.EnumerateFiles(Game.DataFolder, "*", SearchOption.AllDirectories)
            // A lock is an empty file that its owner alone may open.
            .Where(file => new FileInfo(file).Length > 0 && IsAbout(file))];

        bool IsAbout(string file)
        {
            using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray().AsSpan().IndexOf(number) >= 0;
        }
    }
}
