using System.Numerics.Tensors;
using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class LastLayerFitTests
{
    private const int Width = 6;

    private readonly Random _random = new(1);

    [Fact]
    public void Loss_Gradient_IsTheSlope()
    {
        var fit = new LastLayerFit(Layer(), 0.7, Examples(40));
        var (point, gradient, scratch) = (Parameters(), new double[10 * (Width + 1)], new double[10 * (Width + 1)]);
        fit.Loss(point, gradient);
        for (var i = 0; i < point.Length; i++)
        {
            var (below, above) = ((double[])point.Clone(), (double[])point.Clone());
            (below[i], above[i]) = (below[i] - 1e-5, above[i] + 1e-5);
            Assert.Equal((fit.Loss(above, scratch) - fit.Loss(below, scratch)) / 2e-5, gradient[i], tolerance: 1e-5);
        }
    }

    [Fact]
    public void Run_FromAnywhere_EndsAtTheMinimum()
    {
        var fit = new LastLayerFit(Layer(), 0.7, Examples(40));
        var gradient = new double[10 * (Width + 1)];
        var found = fit.Run(tolerance: 1e-8);
        fit.Loss(found.Parameters.ToArray(), gradient);
        Assert.InRange(TensorPrimitives.Norm<double>(gradient), 0, 1e-6);
        Assert.InRange(TensorPrimitives.Distance(found.Parameters, fit.Run(Layer(), tolerance: 1e-8).Parameters), 0, 1e-6);
    }

    [Fact]
    public void Run_NoExamples_StaysAtThePrior()
    {
        var prior = Layer();
        Assert.Equal(prior.Parameters.ToArray(), new LastLayerFit(prior, 1, []).Run().Parameters.ToArray());
    }

    [Fact]
    public void Run_StrongerShrinkage_EndsNearerToThePrior()
    {
        var (prior, examples) = (Layer(), Examples(40));
        var distances = new[] { 0.1, 1, 10, 100 }.Select(shrinkage =>
            TensorPrimitives.Distance(prior.Parameters, new LastLayerFit(prior, shrinkage, examples).Run().Parameters)).ToList();
        Assert.Equal(distances.OrderDescending(), distances);
        Assert.NotEqual(distances[0], distances[^1]);
    }

    private LastLayer Layer() => new(Parameters());

    private double[] Parameters() => [.. Enumerable.Range(0, 10 * (Width + 1)).Select(_ => 2 * _random.NextDouble() - 1)];

    private List<WeightedEmbedding> Examples(int count) =>
        [.. Enumerable.Range(0, count).Select(i => WeightedEmbedding.Of(Embedding(), i % 10, 0.5 + _random.NextDouble()))];

    private float[] Embedding() => [.. Enumerable.Range(0, Width).Select(_ => 2 * _random.NextSingle())];
}
