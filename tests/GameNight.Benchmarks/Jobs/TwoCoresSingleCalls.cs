using BenchmarkDotNet.Jobs;

namespace GameNight.Benchmarks.Jobs;

/// <summary>For calls of seconds: one in each of 7 iterations.</summary>
public sealed class TwoCoresSingleCalls() : Cores(
    Job.Default.WithAffinity(0b11).WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(2).WithIterationCount(7));
