using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class TemperatureTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Fit_ScoresThatAreTooSureByAFactor_FindsTheFactor(double factor)
    {
        // Labels are drawn from the distribution that the true scores stand for.
        var random = new Random(1);
        var (scores, labels) = (new List<float>(), new List<int>());
        for (var i = 0; i < 20_000; i++)
        {
            var row = Enumerable.Range(0, 3).Select(_ => 4 * random.NextDouble()).ToArray();
            var chances = row.Select(Math.Exp).ToArray();
            var (drawn, label) = (random.NextDouble() * chances.Sum(), 0);
            while ((drawn -= chances[label]) > 0)
                label++;
            labels.Add(label);
            scores.AddRange(row.Select(score => (float)(factor * score)));
        }

        Assert.Equal(factor, Temperature.Fit([.. scores], labels), tolerance: 0.05 * factor);
    }

    [Fact]
    public void Fit_AlwaysRightButSeldomAsked_StaysNearOneWhereThatIsExpected() =>
        Assert.InRange(Temperature.Fit([3, 0, 0, 3], [0, 1], doubt: 0.2), 0.9, 1);

    [Fact]
    public void Fit_AlwaysRight_IsAsSureAsItMay() => Assert.Equal(0.1, Temperature.Fit([1, 0, 0, 1], [0, 1]), tolerance: 0.001);
}
