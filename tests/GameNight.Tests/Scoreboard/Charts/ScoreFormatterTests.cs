using GameNight.Scoreboard.Charts;
using GameNight.Statistics;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Charts;

public sealed class ScoreFormatterTests
{
    [Theory]
    [InlineData(61, 56, "92 % (82–96 %), n = 61")]
    [InlineData(20, 0, "0 % (0–16 %), n = 20")]
    [InlineData(2000, 1999, ">99.9 % (99.7–100.0 %), n = 2,000")]
    [InlineData(0, 0, "no answers yet")]
    public void Of_Proportion_SaysAccuracyIntervalAndN(int n, int correct, string words) =>
        Assert.Equal(words, ScoreFormatter.Of(new Proportion(n, correct)));

    [Theory]
    [InlineData(61, 56, "8 mistakes in 100 (4–18), n = 61")]
    [InlineData(100, 99, "1 mistake in 100 (0–5), n = 100")]
    [InlineData(4000, 3999, "<0.1 mistakes in 100 (<0.1–0.1), n = 4,000")]
    [InlineData(0, 0, "no answers yet")]
    public void Mistakes_OfAProportion_SaysThemWithIntervalAndN(int n, int correct, string words) =>
        Assert.Equal(words, ScoreFormatter.Mistakes(new Proportion(n, correct)));

    [Theory]
    [InlineData(61, 61, "no mistake in 61")]
    [InlineData(61, 60, "1 mistake in 61")]
    [InlineData(450, 449, "1 mistake in 450")]
    [InlineData(200, 198, "1 mistake in 100")]
    [InlineData(200, 184, "8 mistakes in 100")]
    [InlineData(1000, 987, "1.3 mistakes in 100")]
    [InlineData(4000, 3999, "fewer than 0.1 mistakes in 100")]
    public void MistakeRate_OfAProportion_IsNoMoreExactThanItIs(int n, int correct, string words) =>
        Assert.Equal(words, ScoreFormatter.MistakeRate(new Proportion(n, correct)));

    [Theory]
    [InlineData(61, 56, "5 of 61 (4–18 in 100)")]
    [InlineData(1000, 987, "1.3 in 100 (0.8–2.2), n = 1,000")]
    [InlineData(0, 0, "no answers yet")]
    public void ShortMistakes_OfAProportion_TellsFewDrawingsApart(int n, int correct, string words) =>
        Assert.Equal(words, ScoreFormatter.ShortMistakes(new Proportion(n, correct)));

    [Theory]
    [InlineData(61, 56, "5", "mistakes in 61")]
    [InlineData(450, 449, "1", "mistake in 450")]
    [InlineData(61, 61, "0", "mistakes in 61")]
    [InlineData(1234, 1133, "8.2", "mistakes in 100, n = 1,234")]
    public void BriefMistakes_OfAProportion_TellsFewDrawingsApart(int n, int correct, string number, string unit) =>
        Assert.Equal((number, unit), ScoreFormatter.BriefMistakes(new Proportion(n, correct)));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.001, "<1 %")]
    [InlineData(0.125, "13 %")]
    [InlineData(0.999, ">99 %")]
    [InlineData(1, "100 %")]
    public void Percent_NearTheEnds_ClaimsNoMoreThanIsTrue(double share, string words) =>
        Assert.Equal(words, ScoreFormatter.Percent(share));

    [Fact]
    public void WorstMistake_OfGuesses_NamesTheMostFrequent()
    {
        var plays = ((int Truth, int Guess)[])[(9, 4), (9, 4), (9, 9), (1, 7), (3, 3), (3, 3), (3, 3)];
        var statistics = ScoreboardFixture.Count(
            plays.Select(play => ScoredObservations.Play(play.Truth, ObservationBuilder.Evening, ("cnn", play.Guess)))).Statistics;
        Assert.Equal("favourite mistake: a drawn 9 read as 4, 2 of 3 times", ScoreFormatter.WorstMistake(statistics.Algorithms[0]));
    }

    [Fact]
    public void WorstMistake_EquallyFrequentOnes_NamesThatOfTheRarerDigit()
    {
        var plays = ((int Truth, int Guess)[])[(1, 7), (1, 1), (9, 4)];
        var statistics = ScoreboardFixture.Count(
            plays.Select(play => ScoredObservations.Play(play.Truth, ObservationBuilder.Evening, ("cnn", play.Guess)))).Statistics;
        Assert.Equal("favourite mistake: a drawn 9 read as 4, 1 of 1 time", ScoreFormatter.WorstMistake(statistics.Algorithms[0]));
    }

    [Fact]
    public void WorstMistake_AllRight_SaysSo()
    {
        var statistics = ScoreboardFixture.Count(ScoredObservations.Play(3, ObservationBuilder.Evening, ("cnn", 3))).Statistics;
        Assert.Equal("nothing mistaken yet", ScoreFormatter.WorstMistake(statistics.Algorithms[0]));
    }
}
