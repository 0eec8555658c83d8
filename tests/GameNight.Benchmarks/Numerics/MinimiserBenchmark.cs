using BenchmarkDotNet.Attributes;
using GameNight.Benchmarks.Jobs;
using GameNight.Training.Network;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace GameNight.Benchmarks.Numerics;

/// <summary>
/// Fits the last layer, 650 parameters, with the game's own L-BFGS and with MathNet's minimisers. Each ends when no component of the
/// gradient is larger than <see cref="Tolerance"/>. Before measuring, prints the loss that each reached and the number of its calls.
/// </summary>
[Config(typeof(TwoCoresSingleCalls))]
[MemoryDiagnoser]
public class MinimiserBenchmark
{
    private const double Tolerance = 1e-2;
    private const int MaxSteps = 200;

    private LastLayer? _start;
    private LastLayerFit? _fit;
    private int _calls;

    /// <summary>The number of examples; 15,000 are as many as app-network learns from 2,000 labelled drawings.</summary>
    [Params(2_500, 15_000)]
    public int Examples { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _start = ShippedLayer.Read();
        _fit = new LastLayerFit(_start, shrinkage: 1, ShippedLayer.Examples(Examples / 10, seed: 1));
        Describe(nameof(Own), Own);
        Describe(nameof(LimitedMemoryBfgs), LimitedMemoryBfgs);
        Describe(nameof(Bfgs), Bfgs);
    }

    [Benchmark(Baseline = true)]
    public double[] Own() => Lbfgs.Minimise(Loss, _start!.Parameters, Tolerance, MaxSteps, default);

    [Benchmark]
    public double[] LimitedMemoryBfgs() =>
        Minimise(new LimitedMemoryBfgsMinimizer(RelativeTolerance(), 1e-12, 1e-14, memory: 10, maximumIterations: MaxSteps));

    [Benchmark]
    public double[] Bfgs() => Minimise(new BfgsMinimizer(RelativeTolerance(), 1e-12, 1e-14, maximumIterations: MaxSteps));

    private double[] Minimise(IUnconstrainedMinimizer minimiser)
    {
        var objective = ObjectiveFunction.Gradient(point =>
        {
            var gradient = new double[point.Count];
            var loss = Loss(point.AsArray(), gradient);
            return (loss, Vector<double>.Build.Dense(gradient));
        });
        return minimiser.FindMinimum(objective, Vector<double>.Build.Dense(_start!.Parameters.ToArray())).MinimizingPoint.AsArray();
    }

    private void Describe(string name, Func<double[]> run)
    {
        _calls = 0;
        var (point, calls, gradient) = (run(), _calls, new double[_start!.Parameters.Length]);
        var loss = _fit!.Loss(point, gradient);
        Console.WriteLine($"// {name}, {Examples:N0} examples: loss {loss:R}, largest gradient {gradient.Max(Math.Abs):E1}, {calls} calls");
    }

    /// <summary>MathNet's tolerance is a share of the loss at the start.</summary>
    private double RelativeTolerance() =>
        Tolerance / Math.Max(1, _fit!.Loss(_start!.Parameters.ToArray(), new double[_start.Parameters.Length]));

    private double Loss(double[] parameters, double[] gradient)
    {
        _calls++;
        return _fit!.Loss(parameters, gradient);
    }
}
