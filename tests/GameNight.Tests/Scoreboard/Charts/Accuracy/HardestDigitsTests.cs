using GameNight.Observations.Store;
using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class HardestDigitsTests
{
    [Fact]
    public void Of_Contestants_NamesTheThreeWorst() => Assert.Equal(
        "Hardest: 8 for b (10 mistakes in 20), 9 for a (4 mistakes in 10) and 8 for a (6 mistakes in 20).",
        Words([.. Plays(8, 20, 6, 10), .. Plays(9, 10, 4, 0), .. Plays(1, 20, 1, 1)]));

    [Fact]
    public void Of_NoMistake_SaysSo() => Assert.Equal("No digit was misread yet.", Words([.. Plays(8, 20, 0, 0)]));

    [Fact]
    public void Of_FewDrawingsOfADigit_SaysThatItIsTooEarly() =>
        Assert.Equal("Too early to say which digits are hard: it takes 10 drawings of one.", Words([.. Plays(8, 9, 3, 0)]));

    [Fact]
    public void Of_NoDrawings_SaysWhatItWillShow() =>
        Assert.Equal("Once drawings have answers, this shows which digits are hard.", Words([]));

    private static string Words(Observation[] plays) =>
        HardestDigits.Of(ScoreboardFixture.Count(plays).Ranked, name => name);

    private static IEnumerable<Observation> Plays(int digit, int drawings, int mistakesOfA, int mistakesOfB) =>
        Enumerable.Range(0, drawings).Select(i => ScoredObservations.Play(
            digit, ObservationBuilder.Evening.AddSeconds(i), ("a", i < mistakesOfA ? 0 : digit), ("b", i < mistakesOfB ? 0 : digit)));
}
