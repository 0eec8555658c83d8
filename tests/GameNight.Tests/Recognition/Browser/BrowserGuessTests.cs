using System.Globalization;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Architecture;

namespace GameNight.Tests.Recognition.Browser;

/// <summary>
/// The contestants say the same in the browser's runtime as on the server: wwwroot-assets/js/guess/classifier.ts, run by Node.js. Ten
/// thousand drawings instead of three hundred: <c>GAME_NIGHT_BROWSER_DRAWINGS=10000</c>, some minutes.
/// </summary>
public sealed class BrowserGuessTests
{
    private const float Tolerance = 1e-4f;

    private static readonly string[] Versions = ["mnist-cnn/1", "mnist-mlp/1", "k-means/1", "app-xgboost/1", "app-network/2"];

    [Fact]
    public async Task Predict_ByEachContestant_SaysWhatTheServerSays()
    {
        var wanted = Environment.GetEnvironmentVariable("GAME_NIGHT_BROWSER_DRAWINGS");
        var count = wanted is { Length: > 0 } ? int.Parse(wanted, CultureInfo.InvariantCulture) : 300;
        var images = DrawnInk.MadeUp(count, seed: 7).Select(InkNormaliser.Normalise).ToArray();
        var folders = Versions.Select(version => Repository.File($"data/models/{version}")).ToArray();
        var answers = await NodeScript.AskAsync("predict.mjs", images.Select(image => Convert.ToBase64String(image.Pixels)), folders);
        var browser = answers.Select(line => JsonSerializer.Deserialize<float[][]>(line)!).ToArray();
        Assert.Equal(images.Length, browser.Length);
        for (var i = 0; i < folders.Length; i++)
            Compare(Versions[i], Server(folders[i], images), [.. browser.Select(answer => answer[i])]);
    }

    private static float[][] Server(string folder, DigitImage[] images)
    {
        var manifest = ModelManifest.Parse(File.ReadAllBytes(Path.Combine(folder, ModelManifest.FileName)));
        using var classifier = OnnxClassifier.Load(manifest, File.ReadAllBytes(Path.Combine(folder, ModelPackage.ModelFile)));
        return [.. classifier.Predict(images, CancellationToken.None).Chunk(OnnxClassifier.Digits)];
    }

    /// <summary>Where two digits are as likely as each other to the last bits, either may come first.</summary>
    private static void Compare(string version, float[][] server, float[][] browser)
    {
        foreach (var (expected, actual) in server.Zip(browser))
        {
            var furthest = expected.Zip(actual, (one, other) => MathF.Abs(one - other)).Max();
            Assert.True(furthest <= Tolerance, $"{version} differs by {furthest}.");
            var (digit, seen) = (DigitOf(expected), DigitOf(actual));
            Assert.True(digit == seen || expected[digit] - expected[seen] <= Tolerance, $"{version} says {seen}, not {digit}.");
        }
    }

    private static int DigitOf(float[] probabilities) => Array.IndexOf(probabilities, probabilities.Max());
}
