using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys.Hosts;

public sealed class ModelsLengthJourney(SharedGame shared) : Journey(shared)
{
    private const string Token = "a-token-for-tests";
    private const int Height = 844;

    [BrowserFact]
    public async Task Models_WithSeveralVersionsAndRuns_AreAtMostThreeScreensOfAPhone()
    {
        await using var game = new GameProcess();
        game.Settings.Add($"--GameNight:Host:Token={Token}");
        SecondVersion.AddTo(game);
        foreach (var algorithm in (string[])["mnist-mlp", "k-means", "app-xgboost"])
        {
            for (var version = 2; version <= 5; version++)
                SecondVersion.AddTo(game, algorithm, version);
        }

        await game.StartAsync();
        await VisitAsync(game, player => VisitAsync(game, async host =>
        {
            await host.GotoAsync(game.HostLink);
            for (var run = 0; run < 3; run++)
                await TrainAsync(game);
            foreach (var page in (IPage[])[player, host])
            {
                var models = new ModelsPage(page);
                await models.OpenAsync();
                // Six runs that came to nothing are one sentence, and wait folded.
                await Expect(page.GetByText("The last 6 runs")).ToBeVisibleAsync();
                await Expect(page.GetByText(": there was too little new to learn from, ")).ToBeVisibleAsync();
                var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
                Assert.InRange(height, Height, 3 * Height);
            }

            await Expect(new ModelsPage(host).Button("MNIST CNN", 2, "Activate")).ToBeVisibleAsync();
            await host.GetByText("The last 6 runs").ClickAsync();
            await Expect(host.GetByText("3 times, the last")).ToHaveCountAsync(2);
            await new ModelsPage(host).UnfoldAsync("k-means");
            await Expect(new ModelsPage(host).Button("k-means", 3, "Activate")).ToBeVisibleAsync();
        }, Screens.Phone()), Screens.Phone());
    }

    private static async Task TrainAsync(GameProcess game)
    {
        using var host = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };
        using var queued = await host.PostAsJsonAsync(new Uri(game.Address!, "api/training-runs"), new { });
        queued.EnsureSuccessStatusCode();
        // A run that waits already would not be queued a second time.
        var last = new Uri(game.Address!, queued.Headers.Location!);
        while (await StateAsync(host, last) is "queued" or "running")
            await Task.Delay(100);
    }

    private static async Task<string> StateAsync(HttpClient host, Uri run)
    {
        using var answer = JsonDocument.Parse(await host.GetStringAsync(run));
        return answer.RootElement.GetProperty("state").GetString()!;
    }
}
