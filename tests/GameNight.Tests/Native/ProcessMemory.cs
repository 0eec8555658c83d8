namespace GameNight.Tests.Native;

/// <summary>Watches the memory of the whole process: only for tests that run alone.</summary>
internal static class ProcessMemory
{
    public const int Megabyte = 1 << 20;

    public static void AssertNoGrowth(long bound, int times, Action action)
    {
        Repeat(times / 10, action);
        var before = Resident();
        Repeat(times, action);
        var grown = Resident() - before;
        Assert.True(grown < bound, $"The process grew by {grown / 1024:N0} kB.");
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
            action();
    }

    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }
}
