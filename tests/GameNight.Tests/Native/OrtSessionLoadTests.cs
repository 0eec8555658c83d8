using System.Text;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Tests.Native;

public sealed class OrtSessionLoadTests
{
    [Fact]
    public void Load_ListsInputsAndOutputsWithTypeAndShape()
    {
        using var session = OrtSession.Load(TinyModels.Sums);
        Assert.Equal("x Float [-1, 2]", Assert.Single(Describe(session.Inputs)));
        Assert.Equal(
            ["sums Float [-1, 2]", "chances Float [-1, 2]", "label Int64 [-1]", "list Sequence []", "turned Float [2, -1]", "total Float []"],
            Describe(session.Outputs));
    }

    [Fact]
    public void Load_NameBeyondAscii_IsReadAsUtf8()
    {
        using var session = OrtSession.Load(TinyModels.Doubles);
        Assert.Equal(["größe Double [3]"], Describe(session.Inputs));
    }

    [Fact]
    public void Load_NoBytes_IsAnOrtException() => Refused([]);

    [Fact]
    public void Load_NotOnnx_IsAnOrtException() => Refused(Encoding.UTF8.GetBytes("<html>404 Not Found</html>"));

    [Fact]
    public void Load_TruncatedAnywhere_IsAnOrtException()
    {
        for (var length = 0; length < TinyModels.Sums.Length; length += 7)
            Refused(TinyModels.Sums.AsSpan(0, length));
    }

    [Fact]
    public void Load_UnknownOperation_NamesIt() => Assert.Contains(
        "Telepathy",
        Refused(OnnxModel.Of(
            OnnxModel.Node("Telepathy", ["x"], ["y"]),
            OnnxModel.Input("x", OrtElementType.Float, 1),
            OnnxModel.Output("y", OrtElementType.Float, 1))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Load_NoThreads_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => OrtSession.Load(TinyModels.Sums, threads: 0));

    private static IEnumerable<string> Describe(IEnumerable<OrtTensorInfo> tensors) =>
        tensors.Select(tensor => $"{tensor.Name} {tensor.ElementType} [{string.Join(", ", tensor.Shape)}]");

    private static OrtException Refused(ReadOnlySpan<byte> model)
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

        throw new Xunit.Sdk.XunitException($"A model of {model.Length} bytes was taken.");
    }
}
