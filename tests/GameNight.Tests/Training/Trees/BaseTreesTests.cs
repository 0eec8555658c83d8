using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Native;
using GameNight.Training.Examples;
using GameNight.Training.SyntheticInk;
using GameNight.Training.Trees;

namespace GameNight.Tests.Training.Trees;

public sealed class BaseTreesTests : IDisposable
{
    private static readonly BaseTreesOptions Small = new()
    {
        Trees = new BoostedTreesOptions { Rounds = 12, Depth = 4, Threads = 1 },
        Variations = 1,
        SyntheticDrawings = 300,
    };

    // In place of MNIST, which is not available everywhere.
    private static readonly (DigitImage Image, int Label)[] Images =
        [.. Enumerable.Range(0, BaseTrees.HeldOut + 300)
            .Select(i => (InkNormaliser.Normalise(StrokeSkeletons.Draw(i % 10, new Random(i))), i % 10))];

    private readonly string _models = Directory.CreateTempSubdirectory("game-night-base-").FullName;

    [XgbFact]
    public async Task Train_FewImages_IsAVersionThatGuesses()
    {
        var reports = new List<BaseTreesProgress>();
        var trees = BaseTrees.Train(Images, Small, reports.Add, default);
        Assert.Equal([10, 12], reports.Select(progress => progress.Round));
        Assert.All(reports, progress => Assert.True(progress is { MnistAccuracy: > 0.5 and < 1, SyntheticAccuracy: > 0.5 and < 1 }));
        Assert.Equal(900, trees.Examples);

        var package = BaseTrees.Package(trees, Small);
        var metric = ModelMeasurement.Of("a set", package, Images[..500]);
        Assert.Equal(("a set", 500), (metric.Dataset, metric.N));

        var library = new ModelLibrary(new ModelFolder(_models), new FolderModelRegistry(_models), TimeProvider.System);
        var published = await library.PublishAsync(package, default);
        using var classifier = OnnxClassifier.Load(published, await library.ReadModelAsync(published, default));
        var right = Images[..500].Count(drawing => new Guess("", "", classifier.Predict(drawing.Image)).Digit == drawing.Label);
        Assert.Equal(metric.Accuracy, right / 500.0, tolerance: 1e-5);
        var key = new ModelKey(BaseTrees.Algorithm, published.Version);
        Assert.NotEmpty(await library.ReadFileAsync(key, BaseTrees.BoosterFile, default));
    }

    [XgbFact]
    public void Train_Cancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(
            () => BaseTrees.Train(Images, Small, _ => cancellation.Cancel(), cancellation.Token));
    }

    public void Dispose() => Directory.Delete(_models, recursive: true);
}
