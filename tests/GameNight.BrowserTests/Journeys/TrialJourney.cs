using System.Net.Http.Headers;
using System.Net.Http.Json;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

[Collection(LearningGroup.Name)]
public sealed class TrialJourney(SharedGame shared) : Journey(shared)
{
    private const string Token = "a-token-for-tests";

    [BrowserFact]
    public async Task Run_ThatNobodyCanJudge_GoesOnTrialAndIntoServiceWhileAPlayerWatches()
    {
        await using var game = new GameProcess();
        game.Settings.AddRange(
        [
            $"--GameNight:Host:Token={Token}", "--GameNight:Training:NewMarks=0", "--GameNight:Training:Daily=never",
            "--GameNight:Training:PollSeconds=1",
        ]);
        await game.StartAsync();
        await MirroredHandwriting.PlayAsync([game.Address!], Token, 160);
        await VisitAsync(game, player => VisitAsync(game, async watcher =>
        {
            await new PlayPage(player).OpenAsync();
            await player.EvaluateAsync("window.stayed = true");
            await watcher.GotoAsync("/models");
            var library = new ModelsPage(watcher);
            await Expect(library.Row("App network", 2)).ToContainTextAsync("In service");

            await TrainAsync(game);
            var trial = watcher.GetByRole(AriaRole.List, new() { Name = "Trials" });
            await Expect(trial).ToContainTextAsync("Sponge: version 3 is on trial against version 2");
            await Expect(library.Row("App network", 2)).ToContainTextAsync("version 3 on trial");
            await library.UnfoldAsync("App network");
            await Expect(library.Row("App network", 3)).ToContainTextAsync("On trial");
            await Expect(player.GetByText("Sponge has learned something. Is it better?")).ToBeVisibleAsync();
            await watcher.ExpectAccessibleAsync("a trial");

            await MirroredHandwriting.PlayAsync([game.Address!], Token, 360, first: 1000);
            await Expect(player.GetByText("Sponge passed")).ToBeVisibleAsync();
            Assert.True(await player.EvaluateAsync<bool>("window.stayed === true"));
            await Expect(library.Row("App network", 3)).ToContainTextAsync("In service");
            await Expect(trial).ToHaveCountAsync(0);
            await player.ExpectAccessibleAsync("the end of a trial");
        }));
    }

    private static async Task TrainAsync(GameProcess game)
    {
        using var host = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) } };
        using var queued = await host.PostAsJsonAsync(new Uri(game.Address!, "api/training-runs"), new { algorithm = "app-network" });
        queued.EnsureSuccessStatusCode();
    }
}
