using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using GameNight.Drawing;
using GameNight.Models;
using GameNight.Recognition;
using GameNight.Shell;

namespace GameNight.Library;

/// <summary><c>import</c>: a model that somebody else trained takes part.</summary>
public static class ImportCommand
{
    public static Command Create()
    {
        var model = new Argument<FileInfo>("MODEL") { Description = "The model, an ONNX file." };
        var manifest = new Option<FileInfo>("--manifest") { Description = "How it is fed and what it answers; version, created and sha256 are filled in.", Required = true };
        var command = new Command("import", "Check a model that was trained elsewhere, publish it and put it into service. Takes settings as serve does.") { model, manifest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(model), parsed.GetRequiredValue(manifest), GameOptions.ReadFor(parsed.UnmatchedTokens), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo modelFile, FileInfo manifestFile, GameOptions options, CancellationToken cancellation)
    {
        try
        {
            var package = new ModelPackage(
                Complete(await File.ReadAllTextAsync(manifestFile.FullName, cancellation)),
                await File.ReadAllBytesAsync(modelFile.FullName, cancellation));
            Check(package);
            var library = ModelsFeature.OpenLibrary(options.ModelsFolder, options.Registry, TimeProvider.System);
            var published = await library.PublishAsync(package, cancellation);
            var key = new ModelKey(published.Algorithm, published.Version);
            var activation = await library.ActivateAsync(key, "import", $"imported from {modelFile.Name}", cancellation);
            Console.WriteLine($"{key} is published and in service. A running game shows it within seconds.");
            if (activation.From is { } before)
                Console.WriteLine($"It plays in the place of version {before}, which the host can bring back on the page Models. For a contestant beside it, give the manifest another \"algorithm\".");
            return 0;
        }
        catch (InvalidModelException e)
        {
            throw new InvalidDataException($"Refused: {e.Message}", e);
        }
    }

    /// <summary>What the maker of the model need not know is filled in; it becomes true when the version is published.</summary>
    private static ModelManifest Complete(string json)
    {
        try
        {
            var manifest = JsonNode.Parse(json) as JsonObject ?? throw new InvalidModelException("The manifest is no JSON object.");
            (manifest["version"], manifest["created"], manifest["sha256"]) = ("1", DateTimeOffset.UnixEpoch, "");
            return ModelManifest.Parse(JsonSerializer.SerializeToUtf8Bytes(manifest));
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidModelException($"The manifest cannot be read: {e.Message}", e);
        }
    }

    /// <summary>It loads, its shapes fit, and whatever it sees it answers with probabilities, alone and in company.</summary>
    /// <exception cref="InvalidModelException">It does not; the message says what.</exception>
    private static void Check(ModelPackage package)
    {
        var key = new ModelKey(package.Manifest.Algorithm, package.Manifest.Version);
        using var classifier = OnnxClassifier.Load(package.As(key.Version, DateTimeOffset.UnixEpoch), package.Model);
        if (classifier.IsComposed)
            return;
        var random = new Random(1);
        var images = Enumerable.Range(0, 25).Select(i =>
        {
            var pixels = new byte[DigitImage.Length];
            if (i > 0)
                random.NextBytes(pixels);
            return new DigitImage(pixels);
        }).ToArray();
        var together = classifier.Predict(images, CancellationToken.None);
        for (var i = 0; i < images.Length; i++)
        {
            var alone = classifier.Predict(images[i]);
            var difference = alone.Zip(together.AsSpan(i * OnnxClassifier.Digits, OnnxClassifier.Digits).ToArray(), (one, other) => MathF.Abs(one - other)).Max();
            if (difference > 1e-4f)
                throw new InvalidModelException($"It answers differently for the same drawing, alone and among others: the probabilities differ by {difference}.");
        }
    }
}
