using System.Runtime.InteropServices;

namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// Linux's C library learns from each large block that is freed to keep the next of its size for later. Where sessions
/// come and go all night, their weights then lie scattered over a heap that only grows. Told where the limit is, it
/// stops learning, and every large block goes back to the system when it is freed (mallopt(3), M_MMAP_THRESHOLD). Small
/// blocks stay together in few heaps instead of one for every thread that ever loaded a model (M_ARENA_MAX).
/// </summary>
internal static unsafe class GlibcHeap
{
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;
    private const int LargeBlock = 64 * 1024;

    /// <summary>For the whole process. Other C libraries do not need it, and have no such switch.</summary>
    public static void GiveBackLargeBlocks()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out var libc) || !NativeLibrary.TryGetExport(libc, "mallopt", out var address))
            return;
        var mallopt = (delegate* unmanaged<int, int, int>)address;
        _ = mallopt(MmapThreshold, LargeBlock);
        _ = mallopt(ArenaMax, 2);
    }
}
