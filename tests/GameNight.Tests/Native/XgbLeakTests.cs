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
        // Each holds 2 MB at least.
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
        // Each holds more than it takes on disk: were they kept, 500 of them would be over 50 MB.
        AssertNoGrowth(30 * Megabyte, 500, () => Booster.Load(saved).Dispose());
    }

    [XgbFact]
    public void Predict_TwentyThousandTimes_KeepsNoMemory()
    {
        using var matrix = TinyTrees.Matrix();
        using var booster = TinyTrees.Grow(matrix, rounds: 1);
        // Each answer has 3,600 bytes: were they kept, they would be 72 MB.
        AssertNoGrowth(30 * Megabyte, 20_000, () => booster.Predict(matrix));
    }
}
