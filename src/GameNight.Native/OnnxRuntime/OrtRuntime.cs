using System.Runtime.InteropServices;

namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// The loaded library and the native objects that all sessions share. Never released: it lives as long as the process.
/// </summary>
internal sealed unsafe class OrtRuntime
{
    private const int LoggingLevelError = 3;
    private const int DeviceAllocator = 0;
    private const int MemTypeDefault = 0;

    public OrtRuntime(OrtApi* api, string version)
    {
        Api = api;
        Version = version;
        GlibcHeap.Configure();
        nint env, memory, allocator;
        fixed (byte* name = "GameNight\0"u8)
            Check(api->CreateEnv(LoggingLevelError, name, &env));
        // The only switch of the Windows build, which does not read the environment variable that OrtLibrary sets.
        Check(api->DisableTelemetryEvents(env));
        Check(api->CreateCpuMemoryInfo(DeviceAllocator, MemTypeDefault, &memory));
        Check(api->GetAllocatorWithDefaultOptions(&allocator));
        (Env, CpuMemory, Allocator) = (env, memory, allocator);
    }

    public OrtApi* Api { get; }

    public string Version { get; }

    /// <summary>The <c>OrtEnv</c>.</summary>
    public nint Env { get; }

    /// <summary>The <c>OrtMemoryInfo</c> of tensors over managed memory.</summary>
    public nint CpuMemory { get; }

    /// <summary>The default <c>OrtAllocator</c>, which allocates the strings that the library returns.</summary>
    public nint Allocator { get; }

    /// <summary>Throws if a status stands for a failure, and releases it.</summary>
    /// <param name="status">The <c>OrtStatus*</c> that a native function returned; zero on success.</param>
    /// <exception cref="OrtException">The status is not zero.</exception>
    public void Check(nint status)
    {
        if (status == 0)
            return;
        try
        {
            throw new OrtException(Api->GetErrorCode(status), Marshal.PtrToStringUTF8(Api->GetErrorMessage(status)) ?? "");
        }
        finally
        {
            Api->ReleaseStatus(status);
        }
    }
}
