using BenchmarkDotNet.Jobs;

namespace GameNight.Benchmarks.Jobs;

/// <summary>A fixed number of calls: on a busy machine those that BenchmarkDotNet tries first say little about those that follow.</summary>
public sealed class TwoCores() : Cores(Job.Default.WithAffinity(0b11).WithInvocationCount(256));
