using GameNight.Native.OnnxRuntime;
using static GameNight.Tests.Native.ProcessMemory;

namespace GameNight.Tests.Native;

/// <summary>Runs after all other tests and alone, because it watches the memory of the whole process.</summary>
[Collection(nameof(OrtLeakTests))]
[CollectionDefinition(nameof(OrtLeakTests), DisableParallelization = true)]
public sealed class OrtLeakTests
{
    [Fact]
    public void Run_HundredThousandTimes_KeepsNoMemory()
    {
        using var session = OrtSession.Load(TinyModels.Sums);
        var (values, shape, result) = (new float[2], new long[] { 1, 2 }, new float[2]);
        // The smallest native object of a run has more than 100 bytes. If it leaked, 100,000 of them would be over 10 MB.
        AssertNoGrowth(8 * Megabyte, 100_000, () => session.Run("x", values, shape, "sums", result));
    }

    [Fact]
    public void Run_FailingTenThousandTimes_KeepsNoMemory()
    {
        var longName = new string('x', 10_000);
        using var session = OrtSession.Load(OnnxModel.Of(
            OnnxModel.Node("Abs", [longName], ["y"]),
            OnnxModel.Input(longName, OrtElementType.Float, 1),
            OnnxModel.Output("y", OrtElementType.Float, 1)));
        // The message contains the input's name. If it leaked, 10,000 of them would be 100 MB.
        AssertNoGrowth(
            40 * Megabyte, 10_000, () => Assert.Throws<OrtException>(() => session.Run(longName, [1, 2], [2], "y", [])));
    }

    [Fact]
    public void Load_TwoHundredTimes_KeepsNoMemory()
    {
        var heavy = OnnxModel.Of(
            OnnxModel.Constant("W", [512, 512], new float[512 * 512]),
            OnnxModel.Node("MatMul", ["x", "W"], ["y"]),
            OnnxModel.Input("x", OrtElementType.Float, 1, 512),
            OnnxModel.Output("y", OrtElementType.Float, 1, 512));
        // Each session has at least 1 MB of weights.
        AssertNoGrowth(40 * Megabyte, 200, () => OrtSession.Load(heavy).Dispose());
    }
}
