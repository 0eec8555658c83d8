using System.Text;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Native.OnnxRuntime;
using GameNight.Native.XGBoost;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Datasets;
using GameNight.Tests.Native;
using GameNight.Training.Trees;

namespace GameNight.Tests.Training.Trees;

public sealed class TreeEnsembleOnnxTests
{
    /// <summary>A booster with one split, over feature 3 for the digit 0, whose predictions can be computed by hand.</summary>
    private const string ByHand = """
        {"learner":{"gradient_booster":{"name":"gbtree","model":{"tree_info":[0,1],"trees":[
            {"left_children":[1,-1,-1,-1],"right_children":[2,-1,-1,-1],"split_indices":[3,0,0,2147483647],
             "split_conditions":[100,1,2,50],"default_left":[true,false,false,false],"split_type":[0,0,0,0]},
            {"left_children":[-1],"right_children":[-1],"split_indices":[0],"split_conditions":[0.5],"default_left":[0]}]}},
         "learner_model_param":{"base_score":"[5E-1]","num_class":"10","num_feature":"784"},
         "objective":{"name":"multi:softprob"}},"version":[1,7,4]}
        """;

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(float.NaN, 1)]
    public void OverPixels_BoosterByHand_PredictsTheKnownProbabilities(float pixel, double leaf)
    {
        var image = new float[DigitImage.Length];
        image[3] = pixel;
        var sum = Math.Exp(leaf) + Math.Exp(0.5) + 8;
        Assert.Equal(
            [Math.Exp(leaf) / sum, Math.Exp(0.5) / sum, .. Enumerable.Repeat(1 / sum, 8)],
            Run(TreeEnsembleOnnx.OverPixels(Encoding.UTF8.GetBytes(ByHand)), image).Select(p => (double)p),
            (expected, actual) => Math.Abs(expected - actual) < 1e-6);
    }

    [Fact]
    public void OverPixels_BaseScoreOfEachClass_IsAdded()
    {
        var json = ByHand.Replace("[5E-1]", "[1,0,0,0,0,0,0,0,0,3]", StringComparison.Ordinal);
        var probabilities = Run(TreeEnsembleOnnx.OverPixels(Encoding.UTF8.GetBytes(json)), new float[DigitImage.Length]);
        Assert.Equal(Math.Exp(1 + 1 - 3), probabilities[0] / probabilities[9], tolerance: 1e-6);
    }

    [XgbTheory]
    [InlineData("hist", "0")]
    [InlineData("hist", "2")]
    [InlineData("exact", "2")]
    public void OverPixels_AnyImage_PredictsAsTheBooster(string method, string gamma)
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 500 * DigitImage.Length).Select(_ => (float)random.Next(256)).ToArray();
        // The label depends on the sum of two pixels; the others are noise.
        var labels = values.Chunk(DigitImage.Length).Select(image => MathF.Floor((image[100] + image[200]) / 51.2f)).ToArray();
        using var matrix = DMatrix.Create(values, 500, labels);
        using var booster = Booster.Create(matrix);
        Train(booster, matrix, rounds: 5, [("tree_method", method), ("gamma", gamma), ("max_depth", "5"), ("nthread", "1")]);

        Assert.InRange(MaxDifference(booster, matrix, values), 0, 1e-6f);
    }

    /// <summary>With XGBoost's defaults, as a program elsewhere trains on drawings that the game has exported.</summary>
    [MnistXgbFact]
    public async Task OverPixels_MnistTestSet_PredictsAsTheBooster()
    {
        var folder = DatasetFiles.FindMnist(null)!.FullName;
        var training = (await MnistDataset.ReadTrainingSetAsync(folder, default)).Take(5_000).ToList();
        using var matrix = DMatrix.Create(Values(training), training.Count, [.. training.Select(drawing => (float)drawing.Label)]);
        using var booster = Booster.Create(matrix);
        Train(booster, matrix, rounds: 10, [("tree_method", "hist"), ("max_bin", "32")]);

        var test = Values(await MnistDataset.ReadTestSetAsync(folder, default));
        using var unseen = DMatrix.Create(test, test.Length / DigitImage.Length);
        Assert.InRange(MaxDifference(booster, unseen, test), 0, 1e-5f);
    }

    [Theory]
    [InlineData("name\":\"gbtree", "name\":\"dart", "dart")]
    [InlineData("multi:softprob", "binary:logistic", "binary:logistic")]
    [InlineData("num_class\":\"10", "num_class\":\"3", "3 classes")]
    [InlineData("num_feature\":\"784", "num_feature\":\"785", "785 features")]
    [InlineData("\"split_type\":[0,", "\"split_type\":[1,", "categories")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[9,", "form no tree")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[0,", "form no tree")]
    [InlineData("\"split_indices\":[3,", "\"split_indices\":[784,", "feature 784")]
    [InlineData("\"split_indices\":[3,", "\"split_indices\":[", "different lengths")]
    [InlineData("\"tree_info\":[0,1]", "\"tree_info\":[0,10]", "class 10")]
    [InlineData("\"tree_info\":[0,1]", "\"tree_info\":[0]", "2 trees, but 1")]
    [InlineData("\"num_class\":\"10\",", "", "num_class")]
    [InlineData("[5E-1]", "much", "much")]
    [InlineData("[5E-1]", "[0,1]", "2 base scores")]
    public void OverPixels_BoosterOfAnotherKind_IsRefusedWithTheReason(string text, string replacement, string reason)
    {
        Assert.Contains(text, ByHand, StringComparison.Ordinal);
        var json = Encoding.UTF8.GetBytes(ByHand.Replace(text, replacement, StringComparison.Ordinal));
        var refused = Assert.Throws<InvalidDataException>(() => TreeEnsembleOnnx.OverPixels(json));
        Assert.Contains(reason, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"learner\":null}")]
    [InlineData("<html>404 Not Found</html>")]
    public void OverPixels_NoBooster_IsRefused(string bytes) =>
        Assert.Throws<InvalidDataException>(() => TreeEnsembleOnnx.OverPixels(Encoding.UTF8.GetBytes(bytes)));

    private static void Train(Booster booster, DMatrix matrix, int rounds, (string Name, string Value)[] parameters)
    {
        foreach (var (name, value) in ((string, string)[])[("objective", "multi:softprob"), ("num_class", "10"), .. parameters])
            booster.Set(name, value);
        for (var round = 0; round < rounds; round++)
            booster.Update(matrix, round);
    }

    private static float MaxDifference(Booster booster, DMatrix matrix, float[] values)
    {
        var fromModel = Run(TreeEnsembleOnnx.OverPixels(booster.Save(BoosterFormat.Json)), values);
        return booster.Predict(matrix).Zip(fromModel, (a, b) => MathF.Abs(a - b)).Max();
    }

    private static float[] Values(IReadOnlyList<(DigitImage Image, int Label)> drawings) =>
        [.. drawings.SelectMany(drawing => drawing.Image.ToNumbers()).Select(pixel => (float)pixel)];

    private static float[] Run(byte[] model, float[] values)
    {
        using var session = OrtSession.Load(model);
        var count = values.Length / DigitImage.Length;
        var result = new float[count * OnnxClassifier.Digits];
        session.Run(TreeEnsembleOnnx.Input, values, [count, 1, DigitImage.Side, DigitImage.Side], TreeEnsembleOnnx.Output, result);
        return result;
    }
}
