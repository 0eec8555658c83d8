using GameNight.Drawing.Strokes;
using GameNight.Native.XGBoost;
using GameNight.Tests.Native;
using GameNight.Training.Features;
using GameNight.Training.SyntheticInk;
using GameNight.Training.Trees;

namespace GameNight.Tests.Training.Trees;

public sealed class BoostedTreesTests
{
    private static readonly BoostedTreesOptions Small = new() { Rounds = 8, Threads = 1, RowsPerRound = 200 };

    private static readonly (float[] Features, int[] Labels) Ink = Draw(600, seed: 1);

    [XgbFact]
    public void Train_OnFewDrawings_LearnsMostDigits()
    {
        using var booster = BoostedTrees.Train(Ink.Features, Ink.Labels, Small);
        Assert.Equal((8, StrokeFeatures.Count), (booster.Rounds, booster.Features));
        Assert.InRange(Accuracy(booster), 0.7, 1);
    }

    [XgbFact]
    public void Train_Twice_GivesTheSameBooster()
    {
        using var one = BoostedTrees.Train(Ink.Features, Ink.Labels, Small with { Rounds = 2 });
        using var other = BoostedTrees.Train(Ink.Features, Ink.Labels, Small with { Rounds = 2 });
        Assert.Equal(one.Save(BoosterFormat.Ubj), other.Save(BoosterFormat.Ubj));
    }

    [XgbFact]
    public void Train_FromASavedBooster_ContinuesItsTraining()
    {
        using var first = BoostedTrees.Train(Ink.Features, Ink.Labels, Small with { Rounds = 5 });
        using var continued = BoostedTrees.Train(Ink.Features, Ink.Labels, Small with { Rounds = 3 }, first.Save(BoosterFormat.Ubj));
        using var whole = BoostedTrees.Train(Ink.Features, Ink.Labels, Small);
        Assert.Equal(whole.Save(BoosterFormat.Ubj), continued.Save(BoosterFormat.Ubj));
    }

    [XgbFact]
    public void Train_AfterEachRound_ReportsTheRound()
    {
        var rounds = new List<(int, int)>();
        using var booster = BoostedTrees.Train(
            Ink.Features, Ink.Labels, Small with { Rounds = 3 }, afterRound: (round, trees) => rounds.Add((round, trees.Rounds)));
        Assert.Equal([(1, 1), (2, 2), (3, 3)], rounds);
    }

    [XgbFact]
    public void Train_Cancelled_StopsAfterTheRound()
    {
        using var cancellation = new CancellationTokenSource();
        var rounds = 0;
        Assert.Throws<OperationCanceledException>(() => BoostedTrees.Train(
            Ink.Features, Ink.Labels, Small,
            afterRound: (round, _) =>
            {
                if ((rounds = round) == 2)
                    cancellation.Cancel();
            },
            cancellation: cancellation.Token));
        Assert.Equal(2, rounds);
    }

    [XgbFact]
    public void Train_StartWithOtherFeatures_IsRefused()
    {
        using var narrow = BoostedTrees.Train([1, 2, 3, 4], [0, 1], Small with { Rounds = 1 });
        Assert.Throws<XgbException>(() => BoostedTrees.Train(Ink.Features, Ink.Labels, Small, narrow.Save(BoosterFormat.Ubj)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    public void Train_LabelThatIsNoDigit_IsRefused(int label) =>
        Assert.Throws<ArgumentException>("labels", () => BoostedTrees.Train([1, 2], [0, label], Small));

    [Fact]
    public void Train_IncompleteRowsOrNoRows_AreRefused()
    {
        Assert.Throws<ArgumentException>("features", () => BoostedTrees.Train([1, 2, 3], [0, 1], Small));
        Assert.Throws<ArgumentException>("features", () => BoostedTrees.Train([], [], Small));
    }

    private static double Accuracy(Booster booster)
    {
        var (features, labels) = Draw(300, seed: 2);
        using var matrix = DMatrix.Create(features, labels.Length);
        return booster.Predict(matrix).Chunk(BoostedTrees.Classes)
            .Zip(labels, (row, label) => Array.IndexOf(row, row.Max()) == label ? 1 : 0).Average();
    }

    private static (float[] Features, int[] Labels) Draw(int count, int seed)
    {
        var random = new Random(seed);
        var labels = Enumerable.Range(0, count).Select(i => i % BoostedTrees.Classes).ToArray();
        return (StrokeFeatures.Of([.. labels.Select(digit => InkNormaliser.Normalise(StrokeSkeletons.Draw(digit, random)))]), labels);
    }
}
