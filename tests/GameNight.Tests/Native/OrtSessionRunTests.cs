using GameNight.Native.OnnxRuntime;

namespace GameNight.Tests.Native;

public sealed class OrtSessionRunTests : IDisposable
{
    private readonly OrtSession _session = OrtSession.Load(TinyModels.Sums);

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Run_OneRow_ReturnsTheKnownResult() => Assert.Equal([15, 31], Run("sums", [1, 2], [1, 2], 2));

    [Fact]
    public void Run_ThreeRows_ReturnsThreeResults() =>
        Assert.Equal([10, 20, 11, 23, 12, 24], Run("sums", [0, 0, 1, 0, 0, 1], [3, 2], 6));

    [Fact]
    public void Run_NoRows_ReturnsNothing() => Assert.Empty(Run("sums", [], [0, 2], 0));

    [Fact]
    public void Run_Softmax_ReturnsProbabilities()
    {
        var probabilities = Run("probabilities", [0, -4], [1, 2], 2);
        Assert.Equal([1 / (1 + MathF.Exp(2)), 1 / (1 + MathF.Exp(-2))], probabilities, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Run_OutputWithBatchLast_IsRowByRow() => Assert.Equal([10, 11, 20, 23], Run("transposed", [0, 0, 1, 0], [2, 2], 4));

    [Fact]
    public void Run_ScalarOutput_IsOneValue() => Assert.Equal([64], Run("total", [0, 0, 1, 0], [2, 2], 1));

    [Fact]
    public void Run_TwoThreads_ReturnsTheSameResult()
    {
        using var session = OrtSession.Load(TinyModels.Sums, threads: 2);
        var result = new float[2];
        session.Run("x", [1, 2], [1, 2], "sums", result);
        Assert.Equal([15, 31], result);
    }

    [Fact]
    public void Run_UnknownInput_NamesTheKnownOnes()
    {
        var refused = Assert.Throws<ArgumentException>("input", () => _session.Run("X", [1, 2], [1, 2], "sums", new float[2]));
        Assert.StartsWith("The model has no input 'X', only 'x'.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnknownOutput_NamesTheKnownOnes()
    {
        var refused = Assert.Throws<ArgumentException>("output", () => Run("sum", [1, 2], [1, 2], 2));
        Assert.Contains("no output 'sum', only 'sums', 'probabilities', 'label', 'list'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("label", "Int64")]
    [InlineData("list", "Sequence")]
    public void Run_OutputOfAnotherType_NamesTheType(string name, string type)
    {
        var refused = Assert.Throws<ArgumentException>("output", () => Run(name, [1, 2], [1, 2], 1));
        Assert.StartsWith($"'{name}' is {type}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_InputOfAnotherType_NamesTheType()
    {
        using var session = OrtSession.Load(TinyModels.Doubles);
        var refused = Assert.Throws<ArgumentException>("input", () => session.Run("größe", [1, 2, 3], [3], "y", new float[3]));
        Assert.StartsWith("'größe' is Double", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new long[] { 2, 2 })]
    [InlineData(new long[] { })]
    [InlineData(new long[] { -1, -2 })]
    [InlineData(new[] { long.MaxValue, 2, long.MaxValue })]
    public void Run_ShapeOfAnotherLength_IsRefused(long[] shape) =>
        Assert.ThrowsAny<ArgumentException>(() => Run("sums", [1, 2], shape, 2));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_ResultOfAnotherLength_NamesBothLengths(int length)
    {
        var refused = Assert.Throws<ArgumentException>("result", () => Run("sums", [1, 2], [1, 2], length));
        Assert.StartsWith($"The output has 2 values, but there is room for {length}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ShapeThatTheModelDoesNotTake_NamesTheDimension()
    {
        var failed = Assert.Throws<OrtException>(() => Run("sums", [1, 2, 3], [1, 3], 2));
        Assert.Equal(OrtErrorCode.InvalidArgument, failed.Code);
        Assert.Contains("index: 1 Got: 3 Expected: 2", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ModelWithMoreInputs_NamesTheMissingOne()
    {
        using var session = OrtSession.Load(TinyModels.TwoInputs);
        var failed = Assert.Throws<OrtException>(() => session.Run("a", [1], [1], "y", new float[1]));
        Assert.Contains("Missing Input: b", failed.Message, StringComparison.Ordinal);
    }

    private float[] Run(string output, float[] values, long[] shape, int length)
    {
        var result = new float[length];
        _session.Run("x", values, shape, output, result);
        return result;
    }
}
