using GameNight.Native.XGBoost;
using static GameNight.Tests.Native.ProcessMemory;

namespace GameNight.Tests.Native;

/// <summary>Runs after all other tests and alone, because it watches the memory of the whole process.</summary>
[Collection(nameof(XgbLeakTests))]
[CollectionDefinition(nameof(XgbLeakTests), DisableParallelization = true)]
public sealed class XgbLeakTests
{
    [XgbFact]
    public void Create_TwoHundredMatrices_KeepsNoMemory()
    {
        var values = new float[250_000];
        // Each matrix has 250,000 entries of 8 bytes. If it leaked, 200 of them would be 400 MB.
        AssertNoGrowth(40 * Megabyte, 200, () => DMatrix.Create(values, 1000).Dispose());
    }

    [XgbFact]
    public void Load_FiveHundredBoosters_KeepsNoMemory()
    {
        byte[] saved;
        using (var matrix = TinyTrees.Matrix())
        using (var booster = TinyTrees.Grow(matrix, rounds: 60))
            saved = booster.Save(BoosterFormat.Ubj);
        Assert.True(saved.Length > 100_000);
        // Each booster has more bytes than its file. If it leaked, 500 of them would be over 50 MB.
        AssertNoGrowth(30 * Megabyte, 500, () => Booster.Load(saved).Dispose());
    }

    [XgbFact]
    public void Predict_TwentyThousandTimes_KeepsNoMemory()
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 1);
        // Each result has 3,600 bytes. If it leaked, 20,000 of them would be 72 MB.
        AssertNoGrowth(30 * Megabyte, 20_000, () => booster.Predict(matrix));
    }
}
