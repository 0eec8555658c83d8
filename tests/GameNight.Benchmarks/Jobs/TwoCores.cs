using BenchmarkDotNet.Jobs;

namespace GameNight.Benchmarks.Jobs;

/// <summary>
/// For calls of up to a millisecond. Their number is fixed, because on a busy machine BenchmarkDotNet's pilot calls predict little.
/// </summary>
public sealed class TwoCores() : Cores(Job.Default.WithAffinity(0b11).WithInvocationCount(256));
