using System.Runtime.InteropServices;

namespace GameNight.Native.OnnxRuntime;

/// <summary>The loaded library and what all sessions share. It lives as long as the process, so nothing here is released.</summary>
internal sealed unsafe class OrtRuntime
{
    private const int LoggingLevelError = 3;
    private const int DeviceAllocator = 0;
    private const int MemTypeDefault = 0;

    public OrtRuntime(OrtApi* api, string version)
    {
        Api = api;
        Version = version;
        GlibcHeap.GiveBackLargeBlocks();
        nint env, memory, allocator;
        fixed (byte* name = "GameNight\0"u8)
            Check(api->CreateEnv(LoggingLevelError, name, &env));
        // The Windows build knows no other way to say that a game at home sends none.
        Check(api->DisableTelemetryEvents(env));
        Check(api->CreateCpuMemoryInfo(DeviceAllocator, MemTypeDefault, &memory));
        Check(api->GetAllocatorWithDefaultOptions(&allocator));
        (Env, CpuMemory, Allocator) = (env, memory, allocator);
    }

    public OrtApi* Api { get; }

    public string Version { get; }

    public nint Env { get; }

    /// <summary>Says "ordinary memory" of a buffer that a tensor is made over.</summary>
    public nint CpuMemory { get; }

    /// <summary>The allocator of the strings that the library hands out.</summary>
    public nint Allocator { get; }

    /// <summary>Takes the status that a native function returned, and releases it.</summary>
    /// <exception cref="OrtException">The status is not null, which means failure.</exception>
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
