using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class NormalMixtureTests
{
    private static readonly NormalMixture Prior = new([new(0.75, 0.5, 0.3), new(0.25, 0, 1)]);

    /// <summary>Two estimates in either order, or their pooled one, leave the same belief.</summary>
    [Fact]
    public void Given_TwoEstimates_IsTheSameAsTheirPooledOne() => Prop.ForAll(
        Gen.Choose(-200, 200).ToArbitrary(), Gen.Choose(-200, 200).ToArbitrary(), (one, other) =>
        {
            var (a, b, error) = (one / 100.0, other / 100.0, 0.4);
            var (ab, ba) = (Prior.Given(a, error).Given(b, error), Prior.Given(b, error).Given(a, error));
            var pooled = Prior.Given((a + b) / 2, error / Math.Sqrt(2));
            return Enumerable.Range(-20, 41).Select(i => i / 10.0).All(x =>
                Math.Abs(ab.Below(x) - ba.Below(x)) < 1e-9 && Math.Abs(ab.Below(x) - pooled.Below(x)) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_PreciseEstimate_LeavesThat()
    {
        var belief = Prior.Given(-0.7, 0.001);
        Assert.Equal(-0.7, belief.Mean, 1e-4);
        Assert.Equal(1, belief.Below(-0.69), 1e-6);
        Assert.Equal(1, belief.Components.Sum(component => component.Weight), 1e-9);
        Assert.True(belief.Components[1].Weight > 0.9, "The doubt has proved right.");
    }

    /// <summary>With a true value at the bound, the evidence reaches ln(c) in at most one of c experiments, looked at each time.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void LogEvidenceAbove_LookedAtEachTimeWithoutAGain_IsSeldomHigh(double c)
    {
        var random = new Random(2);
        var reached = 0;
        for (var experiment = 0; experiment < 2000; experiment++)
        {
            var sum = 0.0;
            for (var n = 1; n <= 200; n++)
            {
                sum += Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                if (Prior.LogEvidenceAbove(0, sum / n, 1 / Math.Sqrt(n)) < Math.Log(c))
                    continue;
                reached++;
                break;
            }
        }

        Assert.InRange(reached, 1, 2000 / c);
    }

    [Fact]
    public void LogEvidenceAbove_EstimateBelowTheBound_IsNone() => Assert.True(Prior.LogEvidenceAbove(0, -0.3, 0.2) < 0);
}
