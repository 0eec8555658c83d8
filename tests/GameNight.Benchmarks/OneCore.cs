using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GameNight.Benchmarks;

/// <summary>Measures on one core, in this process.</summary>
/// <remarks>
/// The project that BenchmarkDotNet would otherwise generate does not take over the reference to ASP.NET Core's shared
/// framework, and asks the feed for its parts as packages.
/// </remarks>
public sealed class OneCore : ManualConfig
{
    private const nint FirstCore = 1;

    public OneCore()
    {
        AddJob(Job.Default.WithAffinity(FirstCore).WithToolchain(InProcessEmitToolchain.Instance));
        AddColumn(StatisticColumn.Median);
    }
}
