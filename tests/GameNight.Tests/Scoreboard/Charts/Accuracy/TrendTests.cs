using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class TrendTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_ALearnerWithFarFewerMistakes_SaysByHowMuch() => Assert.Equal(
        "Rookie is clearly getting better: 10 mistakes in 100 lately, 50 mistakes in 100 before.",
        Of(Line("rookie", (100, 50), (100, 90)), Line("cnn", (100, 99), (100, 99))));

    [Fact]
    public void Of_TheSameShares_IsTooEarly() => Assert.Equal(
        "Too early to say: nobody’s mistakes have changed by more than luck explains.", Of(Line("cnn", (100, 98), (100, 99))));

    [Fact]
    public void Of_FarMoreMistakes_SaysNo() => Assert.Equal(
        "No: trees is clearly getting worse, 50 mistakes in 100 lately, 10 mistakes in 100 before.",
        Of(Line("trees", (100, 90), (100, 50))));

    /// <summary>"Is clearly getting better" was said of models that never change.</summary>
    [Theory]
    [InlineData(50, 90, "easier", "10 mistakes in 100 lately, 50 mistakes in 100 before.")]
    [InlineData(90, 50, "harder", "50 mistakes in 100 lately, 10 mistakes in 100 before.")]
    public void Of_OneThatCannotChange_SaysThatTheDrawingsHave(int before, int lately, string word, string numbers) => Assert.Equal(
        $"Hard to say: the drawings have clearly become {word} to read. Cnn hasn’t changed, and made {numbers}",
        Of(Line("cnn", (100, before), (100, lately)), Line("rookie", (100, 20), (100, 95))));

    [Fact]
    public void Of_SeveralLearners_NamesTheOneWithTheGreatestGain() => Assert.Equal(
        "Rookie is clearly getting better: 10 mistakes in 100 lately, 50 mistakes in 100 before. So is trees.",
        Of(Line("trees", (100, 70), (100, 95)), Line("rookie", (100, 50), (100, 90))));

    [Fact]
    public void Of_ManyPeriods_CutsWhereHalfOfTheAnswersLie()
    {
        // The last hour alone has as many answers as the three before.
        var sentence = Of(Line("rookie", (40, 10), (30, 10), (30, 10), (100, 95)));
        Assert.Equal("Rookie is clearly getting better: 5 mistakes in 100 lately, 70 mistakes in 100 before.", sentence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Of_ContestantsThatDoNotChange_SeldomClaimsAChange(int contestants)
    {
        // With Bonferroni's correction, the level of "probably" holds for all contestants together.
        var random = new Random(7);
        var claims = Enumerable.Range(0, 400).Count(_ => !Of([.. Enumerable.Range(0, contestants).Select(i => Line(
            $"c{i}", (200, Draw(random, 200)), (200, Draw(random, 200))))]).StartsWith("Too early", StringComparison.Ordinal));
        Assert.InRange(claims, 0, 60);
    }

    [Fact]
    public void Of_OnePeriodOnly_IsTooEarly() => Assert.StartsWith("Too early", Of(Line("cnn", (100, 50))), StringComparison.Ordinal);

    private static int Draw(Random random, int n) => Enumerable.Range(0, n).Count(_ => random.NextDouble() < 0.9);

    private static string Of(params Timeline[] timelines) =>
        Trend.Of(timelines, name => name, line => line.Algorithm is "rookie" or "trees");

    private static Timeline Line(string name, params (int N, int Correct)[] periods) =>
        new(name, [.. periods.Select((period, i) => new PeriodStatistics(Noon.AddHours(i), period.N, period.Correct))]);
}
