using System.Text;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Tests.Native;

public sealed class OrtSessionLoadTests
{
    [Fact]
    public void Load_Model_ListsInputsAndOutputsWithTypeAndShape()
    {
        using var session = OrtSession.Load(TinyModels.Sums);
        Assert.Equal("x Float [-1, 2]", Assert.Single(Describe(session.Inputs)));
        Assert.Equal(
            [
                "sums Float [-1, 2]", "probabilities Float [-1, 2]", "label Int64 [-1]", "list Sequence []",
                "transposed Float [2, -1]", "total Float []",
            ],
            Describe(session.Outputs));
    }

    [Fact]
    public void Load_NameBeyondAscii_IsReadAsUtf8()
    {
        using var session = OrtSession.Load(TinyModels.Doubles);
        Assert.Equal(["größe Double [3]"], Describe(session.Inputs));
    }

    [Fact]
    public void Load_NoBytes_IsAnOrtException() => AssertRefused([]);

    [Fact]
    public void Load_NotOnnx_IsAnOrtException() => AssertRefused(Encoding.UTF8.GetBytes("<html>404 Not Found</html>"));

    [Fact]
    public void Load_TruncatedAnywhere_IsAnOrtException()
    {
        for (var length = 0; length < TinyModels.Sums.Length; length += 7)
            AssertRefused(TinyModels.Sums.AsSpan(0, length));
    }

    [Fact]
    public void Load_UnknownOperation_NamesIt() => Assert.Contains(
        "Telepathy",
        AssertRefused(OnnxModel.Of(
            OnnxModel.Node("Telepathy", ["x"], ["y"]),
            OnnxModel.Input("x", OrtElementType.Float, 1),
            OnnxModel.Output("y", OrtElementType.Float, 1))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Load_NoThreads_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => OrtSession.Load(TinyModels.Sums, threads: 0));

    private static IEnumerable<string> Describe(IEnumerable<OrtTensorInfo> tensors) =>
        tensors.Select(tensor => $"{tensor.Name} {tensor.ElementType} [{string.Join(", ", tensor.Shape)}]");

    private static OrtException AssertRefused(ReadOnlySpan<byte> model)
    {
        try
        {
            OrtSession.Load(model).Dispose();
        }
        catch (OrtException refused)
        {
            Assert.NotEqual(OrtErrorCode.Ok, refused.Code);
            Assert.NotEmpty(refused.Message);
            return refused;
        }

        throw new Xunit.Sdk.XunitException($"A model of {model.Length} bytes was loaded, not refused.");
    }
}
