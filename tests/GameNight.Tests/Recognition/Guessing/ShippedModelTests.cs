using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Tests.Recognition.Guessing;

/// <summary>The versions that ship are as good as their manifests say, measured by the game's own code.</summary>
public sealed class ShippedModelTests(ShippedModelTests.KnownDrawings known) : IClassFixture<ShippedModelTests.KnownDrawings>
{
    private static readonly ModelFolder Shipped = new(GameFolders.Default.Models);

    /// <summary>
    /// Every version that reads images, but the rookie's, which knows nothing. How good a composed one is depends on the other algorithms.
    /// </summary>
    public static TheoryData<string, string> Versions()
    {
        var versions = new TheoryData<string, string>();
        foreach (var key in Shipped.List().Where(key => key.Algorithm != Contestants.Rookie))
        {
            if (ReadManifest(key).Input.Layout != ModelLayout.Guesses)
                versions.Add(key.Algorithm, key.Version);
        }

        return versions;
    }

    [MnistTheory]
    [MemberData(nameof(Versions))]
    public async Task Version_OnTheTestSet_IsAsGoodAsItsManifestSays(string algorithm, string version) =>
        Measure(new ModelKey(algorithm, version), "mnist-test", await known.Mnist.Value);

    [InkTheory]
    [MemberData(nameof(Versions))]
    public async Task Version_OnRecordedInk_IsAsGoodAsItsManifestSays(string algorithm, string version) =>
        Measure(new ModelKey(algorithm, version), "development-ink", await known.Ink.Value);

    private static ModelManifest ReadManifest(ModelKey key) => ModelManifest.Parse(Read(key, ModelManifest.FileName));

    private static byte[] Read(ModelKey key, string file) => File.ReadAllBytes(Path.Combine(Shipped.FolderOf(key), file));

    /// <summary>Compares to within three drawings: another processor may round a tie the other way.</summary>
    private static void Measure(ModelKey key, string dataset, IReadOnlyList<(DigitImage Image, int Label)> drawings)
    {
        using var classifier = OnnxClassifier.Load(ReadManifest(key), Read(key, ModelPackage.ModelFile));
        var metric = classifier.Manifest.Metrics.Single(metric => metric.Dataset == dataset);
        var answers = drawings.Select(drawing => (Guess: new Guess("", "", classifier.Predict(drawing.Image)), drawing.Label))
            .Select(answer => (Confidence: (double)answer.Guess.Confidence, Correct: answer.Guess.Digit == answer.Label)).ToList();
        Assert.Equal(metric.N, answers.Count);
        Assert.InRange(answers.Count(answer => answer.Correct) - metric.Accuracy * metric.N, -3, 3);
        if (metric.Ece is { } error)
            Assert.Equal(error, Calibration.ExpectedError(answers), 0.001);
    }

    /// <summary>The two data sets, each read once and only where a test needs it.</summary>
    public sealed class KnownDrawings
    {
        public Lazy<Task<IReadOnlyList<(DigitImage Image, int Label)>>> Mnist { get; } =
            new(() => MnistDataset.ReadTestSetAsync(DatasetFiles.FindMnist(null)!.FullName, default));

        public Lazy<Task<List<(DigitImage Image, int Label)>>> Ink { get; } =
            new(() => InkDataset.ReadAsync(DatasetFiles.FindInk(null)!.FullName, default)
                .Select(recorded => (InkNormaliser.Normalise(recorded.Strokes), recorded.Label)).ToListAsync().AsTask());
    }

    private sealed class MnistTheoryAttribute : TheoryAttribute
    {
        public MnistTheoryAttribute() => Skip = DatasetFiles.FindMnist(null) is null ? "skipped: MNIST not found" : null;
    }

    private sealed class InkTheoryAttribute : TheoryAttribute
    {
        public InkTheoryAttribute() => Skip = DatasetFiles.FindInk(null) is null ? "skipped: ink set not found" : null;
    }
}
