using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed partial class SurpriseJourney(SharedGame shared) : Journey(shared)
{
    private const string Token = "a-token-for-surprises";

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Surprise_DrawnByMouse_NamesTheContestantAndKeepsTheArmAfterAReload(ColorScheme scheme)
    {
        var screen = Screens.Desktop(scheme);
        // Without transitions, so that final colours are measured.
        screen.ReducedMotion = ReducedMotion.Reduce;
        await using var game = await StartAsync();
        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            await play.OpenAsync();
            await play.SurpriseMe.CheckAsync(new() { Force = true });
            await Expect(play.Card).ToContainTextAsync("Mystery guest");
            await play.DrawAsync(Digits.Seven);
            await play.WaitUntilReceivedAsync();
            await page.ExpectAccessibleAsync("a guest behind a mask");
            await play.GuessAsync();
            await Expect(play.Card).ToContainTextAsync(ItWas());
            await page.ExpectAccessibleAsync("a guest without the mask");
            await play.MarkRightAsync();
            await page.ExpectAccessibleAsync("a marked surprise");

            await page.ReloadAsync();
            await play.WaitUntilReadyAsync();
            await Expect(play.SurpriseMe).ToBeCheckedAsync();
            await play.DrawAsync(Digits.Four);
            await play.GuessAsync();
            var name = ItWas().Match(await play.Card.InnerTextAsync()).Groups[1].Value;
            await play.Button("Wrong").ClickAsync();
            await play.Digit(4).ClickAsync();
            await Expect(play.Saved).ToBeVisibleAsync();

            var stored = await ReadAsync(game);
            Assert.Equal(2, stored.Count);
            Assert.All(stored, play => Assert.Equal("arm", play.GetProperty("chosenBy").GetString()));
            Assert.All(stored, play => Assert.Equal("mouse", play.GetProperty("input").GetString()));
            var arm = Assert.Single(stored.Select(play => play.GetProperty("chosen").GetString()!).Distinct());
            // Both names are on its face.
            var face = await page.Locator($"input[value={arm}]").GetAttributeAsync("aria-label");
            Assert.StartsWith(name, face, StringComparison.Ordinal);
            var guesses = stored[0].GetProperty("guesses").EnumerateArray();
            var guess = guesses.First(guess => guess.GetProperty("algorithm").GetString() == arm).GetProperty("digit").GetInt32();
            Assert.Equal([guess, 4], stored.Select(play => play.GetProperty("label").GetProperty("digit").GetInt32()));
        }, screen);
    }

    [BrowserFact]
    public async Task Surprise_PlayedByFinger_NeedsNoScrolling()
    {
        var screen = Screens.Phone();
        // Colours are judged when they have arrived.
        screen.ReducedMotion = ReducedMotion.Reduce;
        await using var game = await StartAsync();
        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            await play.OpenAsync();
            await play.WhoGuesses.TapAsync();
            await page.ExpectAccessibleAsync("the sheet with all contestants");
            await play.SurpriseMe.TapAsync();
            await Expect(play.SurpriseMe).ToBeHiddenAsync();
            // Where the pad is, is measured when the guest has come.
            await Expect(play.Card).ToContainTextAsync("Mystery guest");
            await page.TouchAsync(await play.OnPadAsync(Digits.Seven));
            await play.WaitUntilReceivedAsync();
            await page.ExpectAccessibleAsync("a guest behind a mask");
            await play.Button("Guess").TapAsync();
            await Expect(play.Card).ToContainTextAsync(ItWas());
            await Expect(play.Answer).ToBeInViewportAsync(new() { Ratio = 1 });
            await Expect(play.Button("Right")).ToBeInViewportAsync(new() { Ratio = 1 });
            await play.Button("Right").TapAsync();
            await Expect(play.Saved).ToBeInViewportAsync(new() { Ratio = 1 });
            await page.ExpectAccessibleAsync("a marked surprise");
            Assert.Equal(0, await page.EvaluateAsync<double>("scrollY"));
            Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Equal("touch", Assert.Single(await ReadAsync(game)).GetProperty("input").GetString());
        }, screen);
    }

    /// <summary>Starts a game in which each player keeps a contestant.</summary>
    private static async Task<GameProcess> StartAsync()
    {
        var game = new GameProcess();
        game.Settings.Add($"--GameNight:Host:Token={Token}");
        await game.StartAsync();
        using var host = Host(game);
        (await host.PutAsJsonAsync("api/experiment", new { mode = "arms" })).EnsureSuccessStatusCode();
        return game;
    }

    private static HttpClient Host(GameProcess game)
    {
        var host = new HttpClient { BaseAddress = game.Address };
        host.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return host;
    }

    /// <summary>All observations, read with the host's token.</summary>
    private static async Task<IReadOnlyList<JsonElement>> ReadAsync(GameProcess game)
    {
        using var host = Host(game);
        return [.. (await host.GetFromJsonAsync<JsonElement>("api/observations")).GetProperty("items").EnumerateArray()];
    }

    [GeneratedRegex("It was ([^!]+)!")]
    private static partial Regex ItWas();
}
