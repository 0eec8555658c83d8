using System.Runtime.InteropServices;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Tests.Native;

public sealed class OrtTelemetryTests
{
    /// <summary>Reads the environment of the C library, as ONNX Runtime does, because .NET has a copy of its own.</summary>
    [Fact]
    public void Version_LibraryLoaded_HasTelemetryDisabled()
    {
        Assert.NotEmpty(OrtLibrary.Version);
        var value = OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable("ORT_DISABLE_TELEMETRY")
            : Marshal.PtrToStringUTF8(GetVariable("ORT_DISABLE_TELEMETRY"));
        Assert.Equal("1", value);
    }

    private static unsafe nint GetVariable(string name)
    {
        var get = (delegate* unmanaged<byte*, nint>)NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "getenv");
        fixed (byte* bytes = System.Text.Encoding.UTF8.GetBytes(name + '\0'))
            return get(bytes);
    }
}
