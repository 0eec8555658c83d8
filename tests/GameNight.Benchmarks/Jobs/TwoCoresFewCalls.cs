using BenchmarkDotNet.Jobs;

namespace GameNight.Benchmarks.Jobs;

/// <summary>For what takes milliseconds: few calls a round, and fifteen rounds.</summary>
public sealed class TwoCoresFewCalls() : Cores(
    Job.Default.WithAffinity(0b11).WithInvocationCount(64).WithWarmupCount(2).WithIterationCount(15));
