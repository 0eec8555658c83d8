using System.Numerics.Tensors;
using GameNight.Statistics;
using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class TwoLayersFitTests
{
    private const int Features = 12;
    private const int Width = 6;

    private readonly Random _random = new(1);

    [Fact]
    public void Run_OneStep_GoesDownTheSlopeOfTheMeanCrossEntropy()
    {
        var (start, examples) = (Layers(), Examples(8));
        const double Rate = 1e-2;
        var options = new TwoLayersFitOptions { LearningRate = Rate, Momentum = 0, Pull = 0, MinSteps = 1, Epochs = 1, Batch = 8 };
        var (before, after) = (Parameters(start), Parameters(TwoLayersFit.Run(start, examples, [], options, default)));
        for (var i = 0; i < before.Length; i++)
        {
            var (below, above) = ((double[])before.Clone(), (double[])before.Clone());
            (below[i], above[i]) = (below[i] - 1e-3, above[i] + 1e-3);
            var slope = (Loss(Layers(above), examples) - Loss(Layers(below), examples)) / 2e-3;
            Assert.Equal(-Rate * slope, after[i] - before[i], tolerance: 3e-5);
        }
    }

    [Fact]
    public void Run_ManySteps_LearnsTheTargets()
    {
        var (start, examples) = (Layers(), Examples(20));
        var fitted = TwoLayersFit.Run(start, examples, [], new TwoLayersFitOptions { Pull = 0, Epochs = 400 }, default);
        var least = examples.Average(example => -example.Target.Sum(target => target * Math.Log(target)));
        Assert.InRange(Loss(fitted, examples) - least, 0, (Loss(start, examples) - least) / 4);
    }

    [Fact]
    public void Run_StrongerPull_EndsNearerToTheStart()
    {
        var (start, examples) = (Layers(), Examples(40));
        var distances = new[] { 0, 0.1f, 1, 5 }.Select(pull => Distance(start, TwoLayersFit.Run(
            start, examples, [], new TwoLayersFitOptions { LearningRate = 0.01, Pull = pull, Epochs = 50 }, default))).ToList();
        Assert.Equal(distances.OrderDescending(), distances);
        Assert.True(distances[^1] < distances[0] / 2);
    }

    [Fact]
    public void Run_WithWhatIsRehearsed_ForgetsLessOfIt()
    {
        var (start, learned) = (Layers(), Examples(40));
        var known = Examples(40).ConvertAll(example => example with { Target = start.Predict(example.Features.ToSingle()) });
        var options = new TwoLayersFitOptions { LearningRate = 0.05, Pull = 0, Epochs = 100 };
        var (with, without) =
            (TwoLayersFit.Run(start, learned, known, options, default), TwoLayersFit.Run(start, learned, [], options, default));
        Assert.True(Loss(with, known) < Loss(without, known));
    }

    [Fact]
    public void Run_Again_GivesTheSameLayers()
    {
        var (start, learned, known) = (Layers(), Examples(40), Examples(10));
        var runs = Enumerable.Range(0, 2).Select(_ => Parameters(TwoLayersFit.Run(start, learned, known, new(), default))).ToList();
        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(Parameters(start), runs[0]);
    }

    private static double Loss(TwoLayers layers, List<FeatureExample> examples) => -examples.Average(example =>
        example.Target.Zip(layers.Predict(example.Features.ToSingle()), (target, answer) => target * Math.Log(Math.Max(1e-30, answer)))
            .Sum());

    private static double Distance(TwoLayers one, TwoLayers other) => TensorPrimitives.Distance<double>(Parameters(one), Parameters(other));

    private static double[] Parameters(TwoLayers layers) =>
    [
        .. Array.ConvertAll(layers.Hidden.Weights.ToArray(), value => (double)value),
        .. Array.ConvertAll(layers.Hidden.Biases.ToArray(), value => (double)value),
        .. layers.Last.Parameters,
    ];

    private static TwoLayers Layers(double[] parameters)
    {
        var numbers = Array.ConvertAll(parameters, value => (float)value);
        const int Weights = Features * Width;
        return new TwoLayers(
            new HiddenLayer(numbers[..Weights], numbers[Weights..(Weights + Width)]), new LastLayer(parameters[(Weights + Width)..]));
    }

    private TwoLayers Layers() =>
        Layers([.. Enumerable.Range(0, (Features + 1) * Width + (Width + 1) * 10).Select(_ => _random.Normal() / 2)]);

    private List<FeatureExample> Examples(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var target = Enumerable.Range(0, 10).Select(_ => (float)_random.Normal()).ToArray();
        Softmax.Apply(target);
        return new FeatureExample([.. Enumerable.Range(0, Features).Select(_ => (Half)Math.Max(0, _random.Normal()))], target);
    })];
}
