using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public sealed class TemperatureTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Fit_LogitsMultipliedByAFactor_IsTheFactor(double factor)
    {
        // Labels are drawn from the distribution of the logits without the factor.
        var random = new Random(1);
        var (logits, labels) = (new List<float>(), new List<int>());
        for (var i = 0; i < 20_000; i++)
        {
            var row = Enumerable.Range(0, 3).Select(_ => 4 * random.NextDouble()).ToArray();
            var weights = row.Select(Math.Exp).ToArray();
            var (drawn, label) = (random.NextDouble() * weights.Sum(), 0);
            while ((drawn -= weights[label]) > 0)
                label++;
            labels.Add(label);
            logits.AddRange(row.Select(logit => (float)(factor * logit)));
        }

        Assert.Equal(factor, Temperature.Fit([.. logits], labels), tolerance: 0.05 * factor);
    }

    [Fact]
    public void Fit_FewRightAnswersAndASmallDeviation_StaysNearOne() =>
        Assert.InRange(Temperature.Fit([3, 0, 0, 3], [0, 1], deviation: 0.2), 0.9, 1);

    [Fact]
    public void Fit_OnlyRightAnswers_IsTheSmallestTemperature() =>
        Assert.Equal(0.1, Temperature.Fit([1, 0, 0, 1], [0, 1]), tolerance: 0.001);
}
