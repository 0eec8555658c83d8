using GameNight.Native;

namespace GameNight.Background;

/// <summary>
/// Memory that a piece of work needed and that is free since. The garbage collector keeps it for the next such piece: after a training,
/// for hours.
/// </summary>
internal static class SpareMemory
{
    /// <summary>Lets the next piece of work have it. Nobody waits for that.</summary>
    public static void Collect() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);

    /// <summary>
    /// Gives it back to the system. Everything is compacted, so the whole process stands still: for 20 ms where a few play, longer where
    /// hundreds do. What native libraries have freed goes back, too: without that, each training leaves 30 MB more between what's in use.
    /// </summary>
    public static void Return()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GlibcHeap.Trim();
    }

    /// <summary>
    /// Gives back what the start needed, with the pages of libraries, once the process rests: whoever comes first then waits for some of
    /// these pages. A page may be open meanwhile whose player does nothing.
    /// </summary>
    /// <exception cref="OperationCanceledException">The process ends without a rest.</exception>
    /// <exception cref="IOException">The system doesn't say which libraries there are.</exception>
    public static async Task ReturnAtRestAsync(TimeProvider clock, CancellationToken cancellation)
    {
        await ProcessorRest.WaitAsync(() => Environment.CpuUsage.TotalTime, clock, cancellation);
        Return();
        LibraryPages.Return();
    }
}
