using System.Diagnostics;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed class RollbackJourney(SharedGame shared, ITestOutputHelper output) : Journey(shared)
{
    private const string Activate = "/api/algorithms/mnist-cnn/versions/2/activate";

    [BrowserFact]
    public async Task Versions_SwappedByTheHost_AreSeenByAPlayerWithoutAReload()
    {
        await using var game = new GameProcess();
        SecondVersion.AddTo(game);
        await game.StartAsync();
        await VisitAsync(game, player => VisitAsync(game, async host =>
        {
            await host.GotoAsync(game.HostLink);
            await host.GetByRole(AriaRole.Link, new() { Name = "Host", Exact = true }).ClickAsync();
            var library = new ModelsPage(host);
            await Expect(library.Row("MNIST CNN", 1)).ToContainTextAsync("In service");

            await new PlayPage(player).OpenAsync();
            await player.EvaluateAsync("window.stayed = true");
            var version = player.GetByRole(AriaRole.Region, new() { Name = "Answer" }).GetByText("version ");
            await Expect(version).ToHaveTextAsync("version 1");

            await library.ActivateAsync("MNIST CNN", 2, "Promote");
            var activated = Stopwatch.GetTimestamp();
            await Expect(version).ToHaveTextAsync("version 2");
            // Two seconds are promised; on a busy machine the browser alone may need longer.
            output.WriteLine($"The player sees version 2 after {Stopwatch.GetElapsedTime(activated).TotalSeconds:F2} s.");
            await Expect(library.Row("MNIST CNN", 2)).ToContainTextAsync("In service");
            await library.ActivateAsync("MNIST CNN", 1, "Roll back");
            await Expect(version).ToHaveTextAsync("version 1");
            Assert.True(await player.EvaluateAsync<bool>("window.stayed === true"));

            await host.GetByText("History: 2 changes").ClickAsync();
            await Expect(host.GetByText("from version 2 to version 1, by the host: “to see it happen”")).ToBeVisibleAsync();
        }));
    }

    [BrowserFact]
    public async Task Activate_PlayerWithoutTheHostsLink_HasNoButtonAndIsRefused()
    {
        await using var game = new GameProcess();
        SecondVersion.AddTo(game);
        await game.StartAsync();
        await VisitAsync(game, async page =>
        {
            var library = new ModelsPage(page);
            await library.OpenAsync();
            await library.UnfoldAsync("MNIST CNN");
            await Expect(library.Row("MNIST CNN", 2)).ToContainTextAsync("Hasn’t played yet");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Activate" })).ToHaveCountAsync(0);
            await Expect(page.GetByText("the link that the server printed")).ToBeVisibleAsync();
            var refused = await page.APIRequest.PostAsync(Activate);
            Assert.Equal(403, refused.Status);
            await page.ReloadAsync();
            await Expect(library.Row("MNIST CNN", 1)).ToContainTextAsync("In service");
        });
    }
}
