using System.Runtime.InteropServices;

namespace GameNight.Native;

/// <summary>
/// The heap of glibc, Linux's C library: it's configured so that the memory of disposed sessions returns to the system. By default
/// glibc raises the size from which blocks are mapped on their own with each such block that is freed, and later weights are
/// scattered over a heap that only grows. A fixed limit (mallopt(3), M_MMAP_THRESHOLD) prevents that. Few arenas (M_ARENA_MAX)
/// keep small blocks together, instead of a heap for every thread that has loaded a model.
/// </summary>
public static unsafe class GlibcHeap
{
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;
    private const int LargeBlockBytes = 64 * 1024;
    private const int Arenas = 2;

    /// <summary>Configures the heap of the whole process. Does nothing where the C library is not glibc.</summary>
    public static void Configure()
    {
        var mallopt = (delegate* unmanaged<int, int, int>)Find("mallopt");
        if (mallopt is null)
            return;
        _ = mallopt(MmapThreshold, LargeBlockBytes);
        _ = mallopt(ArenaMax, Arenas);
    }

    /// <summary>Gives back to the system what is free in the middle of the heap (malloc_trim(3)), if the C library is glibc.</summary>
    public static void Trim()
    {
        var trim = (delegate* unmanaged<nuint, int>)Find("malloc_trim");
        if (trim is not null)
            _ = trim(0);
    }

    /// <returns>Null where the C library is not glibc.</returns>
    private static void* Find(string name) =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var libc)
        && NativeLibrary.TryGetExport(libc, name, out var address)
            ? (void*)address
            : null;
}
