using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GameNight.Benchmarks.Jobs;

/// <summary>Measures on some of the machine's cores, in this process.</summary>
/// <remarks>
/// The project that BenchmarkDotNet would otherwise generate does not take over the reference to ASP.NET Core's shared
/// framework, and asks the feed for its parts as packages.
/// </remarks>
public abstract class Cores : ManualConfig
{
    /// <param name="job">With an affinity: one bit for each core.</param>
    protected Cores(Job job)
    {
        AddJob(job.WithToolchain(InProcessEmitToolchain.Instance));
        AddColumn(StatisticColumn.Median);
        AddColumn(StatisticColumn.Min);
    }
}
