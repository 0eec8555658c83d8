using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Games;

/// <summary>A drawing that fooled somebody goes home as a picture.</summary>
public sealed class ShareJourney(SharedGame shared) : Journey(shared)
{
    private const string Save = "Save as a picture";

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Fool_SomebodyFooled_SavesAPictureWithInk(ColorScheme scheme) => VisitAsync(async page =>
    {
        var fool = new FoolPage(page);
        await fool.OpenAsync();
        // Whatever is asked for, a line through a ring is for most of them something else.
        var asked = await fool.ReadAskedAsync();
        await fool.DrawAndGuessAsync(Digits.Of(asked == 8 ? 1 : 8));
        await ExpectPictureAsync(page);
    }, Still(Screens.Desktop(scheme)));

    [BrowserFact]
    public Task Draw_ContestantsDisagree_SavesAPictureOnceItIsAnswered() => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        await play.DrawAsync(Digits.Seven);
        var guess = await play.GuessAsync();
        await Expect(play.Button(Save)).ToHaveCountAsync(0);
        await play.MarkWrongAsync((guess + 1) % 10);
        await ExpectPictureAsync(page);
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }, Still(Screens.Phone()));

    private static async Task ExpectPictureAsync(IPage page)
    {
        await page.ExpectAccessibleAsync("a picture to save");
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = Save, Exact = true }).ClickAsync());
        Assert.Equal("game-night.png", download.SuggestedFilename);
        using var file = new MemoryStream();
        await using (var stream = await download.CreateReadStreamAsync())
            await stream.CopyToAsync(file);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], file.ToArray()[..4]);
        // The share of ink on the sheet, which is in the middle of the upper half.
        var (width, height, dark) = await page.EvaluateAsync<double[]>("""
            async png => {
              const bytes = Uint8Array.from(atob(png), character => character.charCodeAt(0));
              const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
              const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
              canvas.drawImage(picture, 0, 0);
              const { data } = canvas.getImageData(280, 240, 520, 520);
              const dark = data.filter((value, i) => i % 4 === 0 && value < 100).length;
              return [picture.width, picture.height, dark / (520 * 520)];
            }
            """, Convert.ToBase64String(file.ToArray())) is [var w, var h, var d] ? (w, h, d) : default;
        Assert.Equal((1080, 1350), (width, height));
        Assert.InRange(dark, 0.01, 0.5);
    }

    /// <summary>Without movement: colours are judged when they have arrived.</summary>
    private static BrowserNewContextOptions Still(BrowserNewContextOptions screen)
    {
        screen.ReducedMotion = ReducedMotion.Reduce;
        return screen;
    }
}
