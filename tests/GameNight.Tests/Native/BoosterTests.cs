using System.Text;
using System.Text.Json;
using GameNight.Native.XGBoost;

namespace GameNight.Tests.Native;

public sealed class BoosterTests
{
    [XgbFact]
    public void Update_TwentyRounds_LearnsTheTask()
    {
        using var training = TinyTrees.Matrix(seed: 1);
        using var test = TinyTrees.Matrix(seed: 2);
        using var booster = TinyTrees.Grow(training, rounds: 20);
        var answers = booster.Predict(test).Chunk(TinyTrees.Classes).Select(row => (float)Array.IndexOf(row, row.Max()));
        var errors = answers.Zip(TinyTrees.Data(seed: 2).Labels).Count(pair => pair.First != pair.Second);
        Assert.InRange((double)errors / TinyTrees.Rows, 0, 0.2);
    }

    [XgbFact]
    public void Predict_Probabilities_AreTheSoftmaxOfTheMargins()
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 3);
        var rows = booster.Predict(matrix).Chunk(TinyTrees.Classes).Zip(booster.Predict(matrix, margin: true).Chunk(TinyTrees.Classes));
        foreach (var (probabilities, margins) in rows)
        {
            var sum = margins.Sum(margin => Math.Exp(margin));
            Assert.All(probabilities.Zip(margins), pair => Assert.Equal(Math.Exp(pair.Second) / sum, pair.First, tolerance: 1e-6));
        }
    }

    [XgbFact]
    public void Update_SameSeed_GivesTheSameBooster()
    {
        using var matrix = TinyTrees.Matrix();
        using var one = TinyTrees.Grow(matrix, rounds: 3);
        using var other = TinyTrees.Grow(matrix, rounds: 3);
        Assert.Equal(one.Save(BoosterFormat.Ubj), other.Save(BoosterFormat.Ubj));
    }

    [XgbTheory]
    [InlineData(BoosterFormat.Json)]
    [InlineData(BoosterFormat.Ubj)]
    public void Load_SavedBooster_PredictsTheSameAndTrainsOn(BoosterFormat format)
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 3);
        using var loaded = Booster.Load(booster.Save(format));
        Assert.Equal((3, 3), (loaded.Rounds, loaded.Features));
        Assert.Equal(booster.Predict(matrix), loaded.Predict(matrix));

        TinyTrees.Configure(loaded);
        loaded.Update(matrix, 3);
        booster.Update(matrix, 3);
        Assert.Equal(4, loaded.Rounds);
        Assert.Equal(booster.Predict(matrix), loaded.Predict(matrix));
    }

    [XgbFact]
    public void Save_AsJson_IsJson()
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 1);
        using var json = JsonDocument.Parse(booster.Save(BoosterFormat.Json));
        Assert.Equal("multi:softprob", json.RootElement.GetProperty("learner").GetProperty("objective").GetProperty("name").GetString());
    }

    [XgbTheory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("<html>404 Not Found</html>")]
    public void Load_OtherBytes_IsRefused(string bytes) =>
        Assert.Throws<XgbException>(() => Booster.Load(Encoding.UTF8.GetBytes(bytes)));

    [XgbTheory]
    [InlineData(BoosterFormat.Json)]
    [InlineData(BoosterFormat.Ubj)]
    public void Load_Truncated_IsRefused(BoosterFormat format)
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 1);
        var saved = booster.Save(format);
        for (var length = 0; length < saved.Length - 1; length += 7)
            Assert.Throws<XgbException>(() => Booster.Load(saved.AsSpan(0, length)));
    }

    [XgbFact]
    public void Update_InvalidParameter_NamesIt()
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = Booster.Create(matrix);
        booster.Set("max_depth", "deep");
        var refused = Assert.Throws<XgbException>(() => booster.Update(matrix, 0));
        Assert.Contains("max_depth", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Stack trace", refused.Message, StringComparison.Ordinal);
    }

    [XgbFact]
    public void Update_LabelBeyondTheClasses_IsRefused()
    {
        var (values, labels) = TinyTrees.Data();
        labels[7] = 3;
        using var matrix = DMatrix.Create(values, TinyTrees.Rows, labels);
        var refused = Assert.Throws<XgbException>(() => TinyTrees.Grow(matrix, rounds: 1));
        Assert.Contains("label must be in", refused.Message, StringComparison.Ordinal);
    }

    [XgbFact]
    public void Predict_OtherColumns_IsRefused()
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 1);
        using var wider = DMatrix.Create(new float[8], rows: 2);
        Assert.Contains("columns", Assert.Throws<XgbException>(() => booster.Predict(wider)).Message, StringComparison.Ordinal);
    }

    [XgbFact]
    public void Predict_AfterDispose_IsRefused()
    {
        using var matrix = TinyTrees.Matrix();
        var booster = TinyTrees.Grow(matrix, rounds: 1);
        booster.Dispose();
        booster.Dispose();
        Assert.Throws<ObjectDisposedException>(() => booster.Predict(matrix));
    }

    [XgbFact]
    public void Update_MatrixDisposed_IsRefused()
    {
        var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 1);
        matrix.Dispose();
        Assert.Throws<ObjectDisposedException>(() => booster.Update(matrix, 1));
        Assert.Throws<ObjectDisposedException>(() => booster.Predict(matrix));
        Assert.Equal(1, booster.Rounds);
    }
}
