using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

[Collection(LearningGroup.Name)]
public sealed class LearningJourney(SharedGame shared) : Journey(shared)
{
    private const string Token = "a-token-for-tests";
    private const int Threshold = 120;

    [BrowserFact]
    public async Task Labels_UpToTheThreshold_TrainAVersionThatIsSeenAndRolledBack()
    {
        var trusted = await MirroredHandwriting.WriteTrustedInkAsync();
        await using var game = new GameProcess();
        game.Settings.AddRange(
        [
            $"--GameNight:Host:Token={Token}", $"--GameNight:Training:NewMarks={Threshold}", "--GameNight:Training:Daily=never",
            "--GameNight:Training:PollSeconds=1", $"--GameNight:Training:TrustedInk={trusted}",
        ]);
        await game.StartAsync();
        await MirroredHandwriting.PlayAsync([game.Address!], Token, Threshold - 1);
        await VisitAsync(game, player => VisitAsync(game, async host =>
        {
            await host.GotoAsync(game.HostLink);
            await host.GetByRole(AriaRole.Link, new() { Name = "Host", Exact = true }).ClickAsync();
            var library = new ModelsPage(host);
            await Expect(library.Row("App network", 2)).ToContainTextAsync("In service");

            var play = new PlayPage(player);
            await play.OpenAsync();
            await player.EvaluateAsync("window.stayed = true");
            await player.GetByRole(AriaRole.Radio, new() { Name = "App network" }).CheckAsync(new() { Force = true });
            await play.DrawAsync(MirroredHandwriting.Write(3, new Random(9999)));
            await play.GuessAsync();
            // The bar of a digit labels the drawing, whether the guess is right or wrong.
            await play.Button("It was a 3").ClickAsync();
            await Expect(play.Saved).ToBeVisibleAsync();

            var progress = host.GetByRole(AriaRole.Progressbar, new() { Name = "Progress of Sponge" });
            await Expect(progress).ToBeVisibleAsync();
            var school = host.GetByRole(AriaRole.Region, new() { Name = "Going to school" });
            await Expect(school.GetByText("Sponge: version 3 takes over").First).ToBeVisibleAsync();

            await play.Button("Clear").ClickAsync();
            var version = player.GetByRole(AriaRole.Region, new() { Name = "Answer" }).GetByText("version ");
            await Expect(version).ToHaveTextAsync("version 3");
            Assert.True(await player.EvaluateAsync<bool>("window.stayed === true"));

            await school.GetByText(new Regex("^The last .*run")).ClickAsync();
            var receipt = new Regex(@"Version 3 takes over: .* \(95 % interval .*, n = [\d,]+\)\.");
            await Expect(school.GetByText(receipt).First).ToBeVisibleAsync();
            await school.GetByText("The numbers", new() { Exact = true }).First.ClickAsync();
            var unseen = school.GetByRole(AriaRole.Row).Filter(new() { HasText = "people it didn’t learn from" });
            await Expect(unseen.First).ToBeVisibleAsync();
            await Expect(school.GetByText($"because: {Threshold} new answers").First).ToBeVisibleAsync();
            await host.ExpectAccessibleAsync("a receipt");

            // The trees may still be learning; the journey does not wait for them.
            await library.ActivateAsync("App network", 2, "Roll back");
            await Expect(version).ToHaveTextAsync("version 2");
            await host.GotoAsync("/models/review");
            // Some mirrored drawings resemble no digit, so their labels wait for the host's review.
            await Expect(host.GetByRole(AriaRole.Heading, new() { NameRegex = new(@"Is this an? \d\?") })).ToBeVisibleAsync();
            await host.ExpectAccessibleAsync("a doubtful mark");
            // A key that is pressed before the page listens is lost; when it does, it takes the focus.
            await Expect(host.GetByRole(AriaRole.Article)).ToBeFocusedAsync();
            await host.Keyboard.PressAsync("Delete");
            await Expect(host.GetByText("1 decided")).ToBeVisibleAsync();
        }));
        File.Delete(trusted);
    }
}
