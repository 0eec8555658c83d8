using System.Runtime.CompilerServices;

namespace GameNight.Tests;

/// <summary>
/// Raises the minimum of the thread pool. Tests run in parallel and some block threads; with a thread for each core, on two cores, the
/// others would wait until the pool grows.
/// </summary>
internal static class PoolThreads
{
    [ModuleInitializer]
    internal static void Raise() => ThreadPool.SetMinThreads(32, 32);
}
