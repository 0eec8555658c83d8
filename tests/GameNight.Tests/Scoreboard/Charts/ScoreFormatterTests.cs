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
    [InlineData(0, 0, "no marks yet")]
    public void Of_Proportion_SaysAccuracyIntervalAndN(int n, int correct, string words) =>
        Assert.Equal(words, ScoreFormatter.Of(new Proportion(n, correct)));

    [Theory]
    [InlineData(61, 56, "8 mistakes in 100 (4–18), n = 61")]
    [InlineData(100, 99, "1 mistake in 100 (0–5), n = 100")]
    [InlineData(4000, 3999, "<0.1 mistakes in 100 (<0.1–0.1), n = 4,000")]
    [InlineData(0, 0, "no marks yet")]
    public void Mistakes_OfAProportion_SaysThemWithIntervalAndN(int n, int correct, string words) =>
        Assert.Equal(words, ScoreFormatter.Mistakes(new Proportion(n, correct)));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.001, "<1 %")]
    [InlineData(0.125, "13 %")]
    [InlineData(0.999, ">99 %")]
    [InlineData(1, "100 %")]
    public void Percent_NearTheEnds_ClaimsNoMoreThanIsTrue(double share, string words) =>
        Assert.Equal(words, ScoreFormatter.Percent(share));

    [Fact]
    public void BestAndWorst_OfDigits_NamesThem() =>
        Assert.Equal("most correctly guessed: 2, least: 0, 7",
            ScoreFormatter.BestAndWorst([new(0, 4, 1), new(1, 2, 1), new(2, 3, 3), new(3, 0, 0), new(7, 8, 2)]));

    [Fact]
    public void BestAndWorst_AllEqual_SaysSo() =>
        Assert.Equal("equally often guessed: 1, 2", ScoreFormatter.BestAndWorst([new(1, 2, 1), new(2, 4, 2)]));

    [Fact]
    public void BestAndWorst_WithoutLabels_SaysSo() => Assert.Equal("no marks yet", ScoreFormatter.BestAndWorst([new(1, 0, 0)]));

    [Fact]
    public void WorstMistake_OfGuesses_NamesTheMostFrequent()
    {
        var plays = ((int Truth, int Guess)[])[(9, 4), (9, 4), (9, 9), (1, 7), (3, 3), (3, 3), (3, 3)];
        var statistics = ScoreboardFixture.Count(
            plays.Select(play => ScoredObservations.Play(play.Truth, ObservationBuilder.Evening, ("cnn", play.Guess)))).Statistics;
        Assert.Equal("most frequent mistake: a drawn 9 read as 4, 2 of 3 times", ScoreFormatter.WorstMistake(statistics.Algorithms[0]));
    }

    [Fact]
    public void WorstMistake_EquallyFrequentOnes_NamesThatOfTheRarerDigit()
    {
        var plays = ((int Truth, int Guess)[])[(1, 7), (1, 1), (9, 4)];
        var statistics = ScoreboardFixture.Count(
            plays.Select(play => ScoredObservations.Play(play.Truth, ObservationBuilder.Evening, ("cnn", play.Guess)))).Statistics;
        Assert.Equal("most frequent mistake: a drawn 9 read as 4, 1 of 1 time", ScoreFormatter.WorstMistake(statistics.Algorithms[0]));
    }

    [Fact]
    public void WorstMistake_AllRight_SaysSo()
    {
        var statistics = ScoreboardFixture.Count(ScoredObservations.Play(3, ObservationBuilder.Evening, ("cnn", 3))).Statistics;
        Assert.Equal("nothing mistaken yet", ScoreFormatter.WorstMistake(statistics.Algorithms[0]));
    }
}
