using FsCheck;
using FsCheck.Fluent;
using GameNight.Training.Rookie;

namespace GameNight.Tests.Training.Rookie;

public sealed class RidgeRegressionTests
{
    private const int Width = 6;

    private static readonly Arbitrary<(int Seed, int Count)> AnyExamples =
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 40)).Select(pair => (pair.Item1, pair.Item2)).ToArbitrary();

    [Fact]
    public void Solve_AnyExamples_HasNoGradient() => Prop.ForAll(AnyExamples, drawn =>
    {
        var examples = Draw(drawn.Seed, drawn.Count);
        var regression = Fit(examples);
        var weights = regression.Solve();
        for (var digit = 0; digit < 10; digit++)
        {
            for (var i = 0; i < Width; i++)
            {
                // Half the derivative of the squared errors and of the penalty, which is 0.03.
                var gradient = 0.03 * weights[digit][i];
                foreach (var (x, label) in examples)
                    gradient += (x.Zip(weights[digit], (a, b) => a * b).Sum() - (label == digit ? 0.9 : -0.1)) * x[i];
                Assert.Equal(0, gradient, 1e-6);
            }
        }
    }).Check();

    [Fact]
    public void Remove_ExamplesThatWereAdded_LeavesWhatWasThereBefore() => Prop.ForAll(AnyExamples, drawn =>
    {
        var (kept, removed) = (Draw(drawn.Seed, 20), Draw(~drawn.Seed, drawn.Count));
        var regression = Fit([.. removed, .. kept]);
        foreach (var (x, label) in removed)
            regression.Remove([x], label);
        AssertClose(Fit(kept).Solve(), regression.Solve());
    }).Check();

    [Fact]
    public void Solve_SameExamplesInAnotherOrder_IsTheSame() => Prop.ForAll(AnyExamples, drawn =>
    {
        var examples = Draw(drawn.Seed, drawn.Count);
        AssertClose(Fit(examples).Solve(), Fit([.. examples.AsEnumerable().Reverse()]).Solve());
    }).Check();

    [Fact]
    public void Solve_NoExamples_IsZero() =>
        Assert.All(new RidgeRegression(Width).Solve().SelectMany(row => row), weight => Assert.Equal(0, weight));

    private static RidgeRegression Fit(IEnumerable<(float[] X, int Label)> examples)
    {
        var regression = new RidgeRegression(Width);
        foreach (var (x, label) in examples)
            regression.Add([x], label);
        return regression;
    }

    private static List<(float[] X, int Label)> Draw(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => (
                Enumerable.Range(0, Width).Select(_ => random.NextSingle() - 0.5f).ToArray(), random.Next(10))),
        ];
    }

    private static void AssertClose(double[][] expected, double[][] actual) =>
        Assert.All(
            expected.SelectMany(row => row).Zip(actual.SelectMany(row => row)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
}
