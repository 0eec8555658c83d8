using BenchmarkDotNet.Jobs;

namespace GameNight.Benchmarks.Jobs;

public sealed class OneCore() : Cores(Job.Default.WithAffinity(0b1));
