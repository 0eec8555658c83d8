using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace GameNight.BrowserTests.Journeys;

public sealed partial class ModelTroubleJourney(SharedGame shared) : Journey(shared)
{
    [BrowserTheory]
    [InlineData("truncated", "model.onnx is damaged")]
    [InlineData("missing", "model.onnx is missing")]
    [InlineData("no model", "The model is no ONNX file")]
    [InlineData("no runtime", "ONNX Runtime cannot be loaded")]
    public async Task Game_OnlyModelUnusable_StartsAndShowsTheReason(string trouble, string reason)
    {
        await using var game = new GameProcess();
        await SpoilAsync(trouble, game);
        await game.StartAsync();

        using var program = new GameClient(game.Address!);
        var algorithm = Assert.Single((await program.AlgorithmsAsync()).EnumerateArray());
        Assert.Equal("unavailable", algorithm.GetProperty("status").GetString());
        Assert.Contains(reason, algorithm.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(game.Folder, algorithm.GetProperty("reason").GetString(), StringComparison.Ordinal);

        using var refused = await program.PredictAsync(Digits.Seven);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains(reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await VisitAsync(game, async page =>
        {
            var play = new PlayPage(page);
            await play.OpenAsync();
            await Expect(play.Trouble).ToContainTextAsync("nobody can guess");
            await Expect(page.GetByText(reason).First).ToBeVisibleAsync();
            await play.DrawAsync(Digits.Seven);
            await play.Button("Guess").ClickAsync();
            await Expect(play.Trouble.Filter(new() { HasText = "Nobody’s here to guess" })).ToBeVisibleAsync();
            await play.Button("Clear").ClickAsync();
            await play.Button("Guess").ClickAsync();
            await Expect(play.Trouble.Filter(new() { HasText = "Draw something first" })).ToBeVisibleAsync();
        });
        Assert.Single(LogEntry().Matches(game.Output));
        Assert.DoesNotContain("fail:", game.Output, StringComparison.Ordinal);
    }

    private static async Task SpoilAsync(string trouble, GameProcess game)
    {
        var version = Directory.CreateDirectory(Path.Combine(game.Folder, "models", "mnist-cnn", "1")).FullName;
        game.Settings.Add($"--GameNight:ModelsFolder={Path.Combine(game.Folder, "models")}");
        foreach (var file in Directory.GetFiles(Path.Combine(GameBuild.Models, "mnist-cnn", "1")))
            File.Copy(file, Path.Combine(version, Path.GetFileName(file)));
        var model = Path.Combine(version, "model.onnx");
        switch (trouble)
        {
            case "truncated":
                using (var file = File.OpenWrite(model))
                    file.SetLength(file.Length / 2);
                break;
            case "missing":
                File.Delete(model);
                break;
            case "no model":
                await ReplaceAsync(model, "These words are no model.");
                break;
            default:
                game.Environment["GAMENIGHT_ONNXRUNTIME"] = Path.Combine(game.Folder, "nowhere.so");
                break;
        }
    }

    /// <summary>Replaces a model, and its digest in the manifest.</summary>
    private static async Task ReplaceAsync(string model, string content)
    {
        var manifest = Path.Combine(Path.GetDirectoryName(model)!, "manifest.json");
        var before = Digest(model);
        await File.WriteAllTextAsync(model, content);
        var text = await File.ReadAllTextAsync(manifest);
        Assert.Contains(before, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(manifest, text.Replace(before, Digest(model), StringComparison.Ordinal));
    }

    private static string Digest(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    [GeneratedRegex("cannot guess:")]
    private static partial Regex LogEntry();
}
