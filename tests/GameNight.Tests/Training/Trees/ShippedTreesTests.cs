using System.IO.Compression;
using System.Numerics.Tensors;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Models;
using GameNight.Native.XGBoost;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Datasets;
using GameNight.Training.Features;
using GameNight.Training.Trees;

namespace GameNight.Tests.Training.Trees;

/// <summary>Tests that the model of the trees that ships equals the booster that ships beside it.</summary>
public sealed class ShippedTreesTests : IDisposable
{
    private static readonly string Folder = Path.Combine(GameFolders.Default.Models, BaseTrees.Algorithm, "1");

    private readonly OnnxClassifier _classifier = OnnxClassifier.Load(
        ModelManifest.Parse(File.ReadAllBytes(Path.Combine(Folder, ModelManifest.FileName))),
        File.ReadAllBytes(Path.Combine(Folder, ModelPackage.ModelFile)));

    [Theory]
    [InlineData(SampleDrawings.Seven, 7)]
    [InlineData(SampleDrawings.One, 1)]
    public void Guess_PlainDrawing_IsItsDigit(string strokes, int digit) =>
        Assert.Equal(digit, new Guess("", "", _classifier.Predict(SampleDrawings.Image(strokes))).Digit);

    [MnistXgbFact]
    public async Task Guess_MnistTestSet_EqualsTheBooster()
    {
        var test = await MnistDataset.ReadTestSetAsync(DatasetFiles.FindMnist(null)!.FullName, default);
        var images = test.Select(drawing => drawing.Image).ToList();
        await using var file = new GZipStream(File.OpenRead(Path.Combine(Folder, BaseTrees.BoosterFile)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        using var booster = Booster.Load(bytes.ToArray());
        using var matrix = DMatrix.Create(StrokeFeatures.Of(images), images.Count);
        var temperature = _classifier.Manifest.TrainedOn!.Value.GetProperty("temperature").GetSingle();
        var margins = booster.Predict(matrix, margin: true).Chunk(BoostedTrees.Classes);

        var guesses = _classifier.Predict([.. images], CancellationToken.None).Chunk(BoostedTrees.Classes);
        var difference = margins.Zip(guesses, (row, probabilities) =>
        {
            TensorPrimitives.Divide(row, temperature, row);
            TensorPrimitives.SoftMax(row, row);
            return TensorPrimitives.Distance(row, probabilities);
        }).Max();
        Assert.InRange(difference, 0, 1e-5f);
    }

    public void Dispose() => _classifier.Dispose();
}
