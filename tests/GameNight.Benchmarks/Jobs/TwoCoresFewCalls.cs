using BenchmarkDotNet.Jobs;

namespace GameNight.Benchmarks.Jobs;

/// <summary>For calls of some milliseconds: 64 in each of 15 iterations.</summary>
public sealed class TwoCoresFewCalls() : Cores(
    Job.Default.WithAffinity(0b11).WithInvocationCount(64).WithWarmupCount(2).WithIterationCount(15));
