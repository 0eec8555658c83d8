using System.Globalization;
using System.Text;
using GameNight.Commands;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Native.XGBoost;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Native;
using GameNight.Tests.Storage;
using GameNight.Training.Features;
using GameNight.Training.SyntheticInk;
using GameNight.Training.Trees;

namespace GameNight.Tests.ModelAdmin.Import;

/// <summary>Boosters that were trained elsewhere, here a few rounds on made-up drawings, play as they would have answered there.</summary>
public sealed class BoosterImportTests : IDisposable
{
    private static readonly (DigitImage Image, int Digit)[] Drawn =
        [.. Enumerable.Range(0, 400).Select(i => (InkNormaliser.Normalise(StrokeSkeletons.Draw(i % 10, new Random(i))), i % 10))];

    private readonly TemporaryFolder _folder = new();

    [XgbTheory]
    [InlineData("booster.json", 1, 0)]
    [InlineData("booster.ubj", 1, 0)]
    [InlineData("booster.json", 1 / 255.0, 0)]
    [InlineData("booster.ubj", 1 / 127.5, -1)]
    public async Task Import_OverPixels_AnswersAsTheBooster(string name, double scale, double offset)
    {
        // As somebody else scales them: each number on its own, in floats.
        var values = Drawn.SelectMany(drawing => drawing.Image.ToNumbers()).Select(pixel => (float)pixel * (float)scale + (float)offset)
            .ToArray();
        var (factor, summand) = (scale.ToString("R", CultureInfo.InvariantCulture), offset.ToString("R", CultureInfo.InvariantCulture));
        var manifest = $$"""
            {"algorithm":"outside-trees","name":"Outside trees","input":{"scale":{{factor}},"offset":{{summand}} } }
            """;
        var (expected, _) = await ImportAsync(values, name, (scale, offset) == (1, 0) ? null : manifest);
        var (published, classifier) = await OpenAsync((scale, offset) == (1, 0) ? "pixel-trees" : "outside-trees");
        using (classifier)
            AssertClose(expected, classifier.Predict([.. Drawn.Select(drawing => drawing.Image)], default));
        Assert.Equal(("trees", 1.0, 0.0), (published.Family, published.Input.Scale, published.Input.Offset));
        Assert.NotEqual("", published.Name);
    }

    [XgbTheory]
    [InlineData("booster.json")]
    [InlineData("booster.ubj")]
    public async Task Import_OverStrokeFeatures_IsTheNextOfTheGamesTrees(string name)
    {
        var (expected, booster) = await ImportAsync(StrokeFeatures.Of([.. Drawn.Select(drawing => drawing.Image)]), name, manifest: null);
        var (published, classifier) = await OpenAsync(BaseTrees.Algorithm);
        using (classifier)
            AssertClose(expected, classifier.Predict([.. Drawn.Select(drawing => drawing.Image)], default));
        Assert.NotEqual("1", published.Version);
        using var kept = new System.IO.Compression.GZipStream(
            new MemoryStream(
                await Library().ReadFileAsync(new ModelKey(BaseTrees.Algorithm, published.Version), BaseTrees.BoosterFile, default)),
            System.IO.Compression.CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await kept.CopyToAsync(bytes);
        Assert.Equal(booster, bytes.ToArray());
    }

    [Theory]
    [InlineData("booster.json", "{}", null, "no booster in XGBoost's JSON format")]
    [InlineData("booster.json", "nonsense", null, "no booster in XGBoost's JSON format")]
    [InlineData("booster.json", "{}", "[]", "no JSON object")]
    [InlineData("model.pkl", "", null,
        "taken are a model (.onnx), a booster of XGBoost (.json, .ubj) and exported observations (.jsonl, .jsonl.gz)")]
    [InlineData("archive.tar.gz", "", null, "taken are a model")]
    [InlineData("model.onnx", "", null, "needs a --manifest")]
    [InlineData("night.jsonl", "", "{}", "have no manifest")]
    public async Task Import_WhatCannotBe_IsRefusedWithTheReason(string name, string content, string? manifest, string reason)
    {
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(name, Encoding.UTF8.GetBytes(content), manifest));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "models")), "Something was published.");
    }

    [XgbTheory]
    [InlineData("""{"input":{"scale":-1,"offset":255} }""", "scale")]
    [InlineData("""{"input":7}""", "manifest")]
    [InlineData("""{"algorithm":"../x"}""", "algorithm's id")]
    public async Task Import_BadManifest_IsRefusedWithTheReason(string manifest, string reason)
    {
        var values = Drawn.SelectMany(drawing => drawing.Image.ToNumbers()).Select(pixel => (float)pixel).ToArray();
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(values, "booster.json", manifest));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [XgbFact]
    public async Task Import_OtherClasses_IsRefused()
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 1);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(
            () => ImportAsync("tiny.ubj", booster.Save(BoosterFormat.Ubj), manifest: null));
        Assert.Contains("3 classes", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ModelLibrary Library() =>
        new(
            new ModelFolder(Path.Combine(_folder.Path, "none")),
            new FolderModelRegistry(Path.Combine(_folder.Path, "models")),
            TimeProvider.System);

    private async Task<(ModelManifest Manifest, OnnxClassifier Classifier)> OpenAsync(string algorithm)
    {
        var library = Library();
        var versions = await library.FindAsync(algorithm, default);
        var manifest = await library.ReadManifestAsync(new ModelKey(algorithm, versions.Active!), default);
        return (manifest, OnnxClassifier.Load(manifest, await library.ReadModelAsync(manifest, default)));
    }

    /// <summary>Trains on the values, saves and imports.</summary>
    /// <returns>What the booster itself says of the values, and the booster in UBJ.</returns>
    private async Task<(float[] Answers, byte[] Booster)> ImportAsync(float[] values, string name, string? manifest)
    {
        using var matrix = DMatrix.Create(values, Drawn.Length, [.. Drawn.Select(drawing => (float)drawing.Digit)]);
        using var booster = Booster.Create(matrix);
        (string Parameter, string Value)[] settings =
        [
            ("objective", "multi:softprob"),
            ("num_class", "10"),
            ("tree_method", "hist"),
            ("max_depth", "4"),
            ("nthread", "1"),
        ];
        foreach (var (parameter, value) in settings)
            booster.Set(parameter, value);
        for (var round = 0; round < 4; round++)
            booster.Update(matrix, round);
        var saved = booster.Save(name.EndsWith(".json", StringComparison.Ordinal) ? BoosterFormat.Json : BoosterFormat.Ubj);
        Assert.Equal(0, await ImportAsync(name, saved, manifest));
        return (booster.Predict(matrix), booster.Save(BoosterFormat.Ubj));
    }

    private async Task<int> ImportAsync(string name, byte[] content, string? manifest)
    {
        var file = Path.Combine(_folder.Path, name);
        await File.WriteAllBytesAsync(file, content);
        var arguments = new List<string> { file, $"--GameNight:DataFolder={_folder.Path}" };
        if (manifest is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.Path, "manifest.json"), manifest);
            arguments.AddRange(["--manifest", Path.Combine(_folder.Path, "manifest.json")]);
        }

        return await ImportCommand.Create().Parse([.. arguments]).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
    }

    private static void AssertClose(float[] expected, float[] actual) =>
        Assert.InRange(expected.Zip(actual, (one, other) => MathF.Abs(one - other)).Max(), 0, 1e-5f);
}
