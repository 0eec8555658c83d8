using System.Runtime.CompilerServices;

namespace GameNight.Tests;

/// <summary>Tests run side by side and wait for one another more than they work: on two cores, two threads would keep all the others waiting.</summary>
internal static class PoolThreads
{
    [ModuleInitializer]
    internal static void Provide() => ThreadPool.SetMinThreads(32, 32);
}
