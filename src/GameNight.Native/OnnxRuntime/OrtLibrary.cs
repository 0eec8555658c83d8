using System.Runtime.InteropServices;

namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// Finds and loads ONNX Runtime's native library once, on first use: beside the program, where the build puts it, or else where
/// the operating system searches; only at the path in <see cref="PathVariable"/>, if that is set.
/// </summary>
public static unsafe class OrtLibrary
{
    /// <summary>The environment variable with the full path of a library that is not beside the program.</summary>
    public const string PathVariable = "GAMENIGHT_ONNXRUNTIME";

    private const string VisualCpp = "https://aka.ms/vs/17/release/vc_redist.x64.exe";

    /// <summary>The requested version of the API, that of version 1.20. Every later library still provides it.</summary>
    private const uint ApiVersion = 20;

    // Lazy caches a failure, too: every later use throws the same exception, which a static constructor would wrap.
    private static readonly Lazy<OrtRuntime> Loaded = new(Load);

    /// <summary>The version that the library reports, such as "1.30.0".</summary>
    /// <exception cref="OrtLibraryMissingException">The library is missing or cannot be used.</exception>
    public static string Version => Loaded.Value.Version;

    internal static OrtRuntime Runtime => Loaded.Value;

    private static string FileName =>
        OperatingSystem.IsWindows() ? "onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libonnxruntime.1.dylib"
        : "libonnxruntime.so.1";

    private static OrtRuntime Load()
    {
        // Since version 1.29 the library for Linux and macOS stores an identifier of the machine in the user's folder and reports to
        // Microsoft which models run. This variable, which is read once when the library is loaded, prevents both.
        NativeEnvironment.Set("ORT_DISABLE_TELEMETRY", "1");
        var chosen = Environment.GetEnvironmentVariable(PathVariable);
        string[] paths = string.IsNullOrEmpty(chosen) ? [Path.Combine(AppContext.BaseDirectory, FileName), FileName] : [chosen];
        return NativeSearch.Open(paths, Open, failures => new OrtLibraryMissingException(
            $"ONNX Runtime cannot be loaded, so no model can run. Looked for: {failures}. " +
            $"Build with npm installed, which fetches it, or set {PathVariable} to the full path of {FileName}, " +
            $"version 1.{ApiVersion} or later." +
            (OperatingSystem.IsWindows() ? $" It needs the Visual C++ Redistributable: {VisualCpp}." : "")));
    }

    private static OrtRuntime Open(string path)
    {
        var getApiBase = (delegate* unmanaged<OrtApiBase*>)NativeLibrary.GetExport(NativeLibrary.Load(path), "OrtGetApiBase");
        var apiBase = getApiBase();
        var version = Marshal.PtrToStringUTF8(apiBase->GetVersionString()) ?? "unknown";
        var api = apiBase->GetApi(ApiVersion);
        if (api is null)
            throw new DllNotFoundException($"version {version} is too old");
        try
        {
            return new OrtRuntime(api, version);
        }
        catch (OrtException e)
        {
            throw new DllNotFoundException(e.Message, e);
        }
    }
}
