using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Models;
using static GameNight.Tests.Native.OnnxModel;

namespace GameNight.Tests.Recognition.Deployment;

/// <summary>Everybody reads why an algorithm is unavailable; where things lie on the server only the log says.</summary>
public sealed class RefusalReasonTests
{
    [Fact]
    public void Reason_ThatOnnxRuntimeGives_IsNotForEverybody()
    {
        var package = ModelPackageBuilder.Always("guest", 3) with
        {
            Model = Of(
                Constant("W", [783, 10], new float[7830]),
                Node("MatMul", ["image", "W"], ["scores"]),
                Input("image", OrtElementType.Float, "batch", 784),
                Output("scores", OrtElementType.Float, "batch", 10)),
        };
        var manifest = package.As("1", DateTimeOffset.UnixEpoch);
        var refused = Assert.Throws<InvalidModelException>(() => OnnxClassifier.Load(manifest, package.Model));
        Assert.IsType<OrtException>(refused.InnerException);
        Assert.Contains(refused.InnerException.Message, refused.Message, StringComparison.Ordinal);
        Assert.Equal("ONNX Runtime refuses the model. Why is in the server's log.", refused.Detail);
    }

    [Fact]
    public void Reason_ThatTheLibraryIsMissing_NamesNoFolder()
    {
        var missing = new ModelRuntimeMissingException(new OrtLibraryMissingException("It is not in /opt/secret/libonnxruntime.so."));
        Assert.DoesNotContain("/opt", missing.Detail, StringComparison.Ordinal);
        Assert.Contains("/opt", missing.Message, StringComparison.Ordinal);
    }
}
