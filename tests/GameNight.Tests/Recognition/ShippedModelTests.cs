using GameNight.Datasets;
using GameNight.Drawing;
using GameNight.Models;
using GameNight.Recognition;
using GameNight.Shell;

namespace GameNight.Tests.Recognition;

/// <summary>What ships is as good as its manifest says, measured by the game's own code.</summary>
public sealed class ShippedModelTests : IDisposable
{
    private static readonly string Folder = Path.Combine(GameOptions.Default.ModelsFolder, "mnist-cnn", "1");

    private readonly ModelManifest _manifest = ModelVersion.Open(Folder).Manifest;
    private readonly Contestant _contestant = Contestant.Load("mnist-cnn", Folder);

    [MnistFact]
    public async Task MnistCnn_OnTheTestSet_IsAsGoodAsItsManifestSays() =>
        Measure("mnist-test", await MnistDataset.ReadTestSetAsync(DatasetFiles.FindMnist(null)!.FullName, default));

    [InkFact]
    public async Task MnistCnn_OnRecordedInk_IsAsGoodAsItsManifestSays() =>
        Measure("development-ink", await InkDataset.ReadAsync(DatasetFiles.FindInk(null)!.FullName, default)
            .Select(recorded => (InkNormaliser.Normalise(recorded.Strokes), recorded.Label)).ToListAsync());

    public void Dispose() => _contestant.Dispose();

    /// <summary>To three drawings: another processor may round a tie the other way.</summary>
    private void Measure(string dataset, IReadOnlyList<(DigitImage Image, int Label)> drawings)
    {
        var metric = _manifest.Metrics.Single(metric => metric.Dataset == dataset);
        var correct = drawings.Chunk(500).Sum(batch =>
            _contestant.Guess([.. batch.Select(drawing => drawing.Image)]).Zip(batch).Count(pair => pair.First.Digit == pair.Second.Label));
        Assert.Equal(metric.N, drawings.Count);
        Assert.InRange(correct - metric.Accuracy * metric.N, -3, 3);
    }

    private sealed class MnistFactAttribute : FactAttribute
    {
        public MnistFactAttribute() => Skip = DatasetFiles.FindMnist(null) is null ? "skipped: MNIST not found" : null;
    }

    private sealed class InkFactAttribute : FactAttribute
    {
        public InkFactAttribute() => Skip = DatasetFiles.FindInk(null) is null ? "skipped: ink set not found" : null;
    }
}
