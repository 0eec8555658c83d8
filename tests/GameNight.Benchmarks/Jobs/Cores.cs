using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GameNight.Benchmarks.Jobs;

/// <summary>A configuration that measures on some of the machine's cores, in this process.</summary>
/// <remarks>
/// The project that BenchmarkDotNet would otherwise generate does not inherit the reference to ASP.NET Core's shared framework, and
/// tries to restore its assemblies as packages.
/// </remarks>
public abstract class Cores : ManualConfig
{
    /// <param name="job">A job whose affinity has a bit for each core.</param>
    protected Cores(Job job)
    {
        AddJob(job.WithToolchain(InProcessEmitToolchain.Instance));
        AddColumn(StatisticColumn.Median);
        AddColumn(StatisticColumn.Min);
    }
}
