namespace GameNight.Tests.Native;

/// <summary>Measures the memory of the whole process, for tests that run alone.</summary>
internal static class ProcessMemory
{
    public const int Megabyte = 1 << 20;

    /// <summary>
    /// Asserts that the process grows by less than a bound while an action is repeated, after a tenth as many repetitions
    /// first.
    /// </summary>
    /// <param name="bound">In bytes.</param>
    /// <param name="times">The number of repetitions.</param>
    /// <param name="action">The action.</param>
    public static void AssertNoGrowth(long bound, int times, Action action)
    {
        Repeat(times / 10, action);
        var before = Resident();
        Repeat(times, action);
        var grown = Resident() - before;
        Assert.True(grown < bound, $"The process grew by {grown / 1024:N0} kB, which is not less than {bound / 1024:N0} kB.");
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
