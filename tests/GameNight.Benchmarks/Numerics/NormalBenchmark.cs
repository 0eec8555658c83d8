using BenchmarkDotNet.Attributes;
using GameNight.Benchmarks.Jobs;
using GameNight.Statistics;
using GameNight.Training.Network;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace GameNight.Benchmarks.Numerics;

/// <summary>
/// Draws from the rehearsal of a digit, with the game's own code and with MathNet's: the Cholesky factor of a covariance, 64 × 64,
/// and the 32,000 normal deviates of 500 embeddings.
/// </summary>
[Config(typeof(TwoCoresFewCalls))]
[MemoryDiagnoser]
public class NormalBenchmark
{
    private const int Deviates = 500 * 64;

    private readonly double[] _deviates = new double[Deviates];
    private Gaussian? _gaussian;

    [GlobalSetup]
    public void Prepare()
    {
        _gaussian = Gaussian.Of([.. ShippedLayer.ReadRehearsal().Draw(digit: 8, count: 500, new Random(1))]);
        var (own, mathNet) = (OwnCholeskyFactor(), MathNetCholeskyFactor());
        var difference = Enumerable.Range(0, own.Length)
            .Max(i => Enumerable.Range(0, i + 1).Max(j => Math.Abs(own[i][j] - mathNet[i, j])));
        Console.WriteLine($"// The two factors differ by at most {difference:E1}");
    }

    [Benchmark]
    public double[][] OwnCholeskyFactor() => _gaussian!.CholeskyFactor(1e-6);

    [Benchmark]
    public Matrix<double> MathNetCholeskyFactor()
    {
        var covariance = _gaussian!.Covariance;
        var extra = 1e-6 * covariance.Average(row => row[^1]);
        return Matrix<double>.Build
            .Dense(covariance.Length, covariance.Length, (i, j) => covariance[Math.Max(i, j)][Math.Min(i, j)] + (i == j ? extra : 0))
            .Cholesky().Factor;
    }

    [Benchmark]
    public double[] OwnDeviates()
    {
        var random = new Random(1);
        for (var i = 0; i < _deviates.Length; i++)
            _deviates[i] = random.Normal();
        return _deviates;
    }

    [Benchmark]
    public double[] MathNetDeviates()
    {
        Normal.Samples(new Random(1), _deviates, 0, 1);
        return _deviates;
    }
}
