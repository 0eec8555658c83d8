using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GameNight.Benchmarks;

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

public sealed class OneCore() : Cores(Job.Default.WithAffinity(0b1));

/// <summary>A fixed number of calls: on a busy machine those that BenchmarkDotNet tries first say little about those that follow.</summary>
public sealed class TwoCores() : Cores(Job.Default.WithAffinity(0b11).WithInvocationCount(256));

/// <summary>For what takes milliseconds: few calls a round, and fifteen rounds.</summary>
public sealed class TwoCoresFewCalls() : Cores(
    Job.Default.WithAffinity(0b11).WithInvocationCount(64).WithWarmupCount(2).WithIterationCount(15));

/// <summary>For what takes seconds: one call a round, and seven rounds.</summary>
public sealed class TwoCoresSingleCalls() : Cores(
    Job.Default.WithAffinity(0b11).WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(2).WithIterationCount(7));
