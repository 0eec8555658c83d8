using GameNight.Observations.Store;
using GameNight.Scoreboard.Charts;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Charts;

/// <summary>Each sentence is computed from drawings, of which every contestant misreads the ones that are given.</summary>
public sealed class HeadlineTests
{
    [Fact]
    public void Of_NoDrawings_SaysThatNobodyCanTell() =>
        Assert.Equal("Nobody can tell yet: no drawing has an answer.", Words());

    [Fact]
    public void Of_DrawingsWithoutAnswers_SaysThatNobodyCanTell() =>
        Assert.Equal(
            "Nobody can tell yet: no drawing has an answer.", Words(ScoredObservations.Play(null, ObservationBuilder.Evening, ("a", 1))));

    [Fact]
    public void Of_FewDrawings_SaysHowManyItTakes() =>
        Assert.Equal("Too early to say: 19 of the 20 answered drawings that it takes.", Words(19, ("a", 0), ("b", 9)));

    [Fact]
    public void Of_OneContestant_ComparesWithNobody() =>
        Assert.Equal("A has nobody to compare with yet: 3 mistakes in 40.", Words(40, ("a", 3)));

    [Fact]
    public void Of_AClearWin_SaysSo() =>
        Assert.Equal("A reads best: 1 mistake in 100, clearly ahead of b.", Words(200, ("a", 2), ("b", 30)));

    [Fact]
    public void Of_AClearWinOverAll_NamesNobody() =>
        Assert.Equal("A reads best: 1 mistake in 100, clearly ahead of all others.", Words(200, ("a", 2), ("b", 30), ("c", 40)));

    /// <summary>Two to ten, where the two are among the ten: eight to nothing, p = 0.008 alone, 0.016 as the last of three pairs.</summary>
    [Fact]
    public void Of_AProbableWin_SaysProbablyAndClearlyApart() => Assert.Equal(
        "A probably reads best: 1 mistake in 100, clearly ahead of c, probably ahead of b.", Words(200, ("a", 2), ("b", 9), ("c", 40)));

    [Fact]
    public void Of_ALeadThatMayBeLuck_SaysThatItIsTooEarly() => Assert.Equal(
        "A is in front: 2 mistakes in 50, but it’s too early to say whether it’s better than b.", Words(50, ("a", 2), ("b", 4)));

    [Fact]
    public void Of_ALeadOverSomeOnly_SaysBoth() => Assert.Equal(
        "A is in front: 1 mistake in 100, but it’s too early to say whether it’s better than b. It’s clearly ahead of c.",
        Words(200, ("a", 2), ("b", 4), ("c", 40)));

    [Fact]
    public void Of_ATie_SaysThatTheyAreLevel() =>
        Assert.Equal("A and b are level: 2 mistakes in 50 each.", Words(50, ("a", 2), ("b", 2)));

    [Fact]
    public void Of_ATieWithoutMistakes_SaysThatAllAreLevel() => Assert.Equal(
        "A, b and 3 others are level: no mistake in 50 each.", Words(50, ("a", 0), ("b", 0), ("c", 0), ("d", 0), ("e", 0)));

    [Fact]
    public void Of_ATieAheadOfOthers_SaysHowTheOthersDo() => Assert.Equal(
        "A and b are level: 1 mistake in 100 each. Too early to say whether they’re better than c. A is clearly ahead of d.",
        Words(200, ("a", 2), ("b", 2), ("c", 4), ("d", 40)));

    /// <summary>Three of three is 100 %, and says nothing.</summary>
    [Fact]
    public void Of_AGuestWithFewDrawings_DoesNotCountYet() => Assert.Equal(
        "A reads best: 1 mistake in 100, clearly ahead of b.",
        Words([.. Plays(200, ("a", 2), ("b", 30)), .. Plays(3, ("guest", 0))]));

    /// <summary>b had easy drawings of its own; on those that both guessed, a is better.</summary>
    [Fact]
    public void Of_ContestantsWithOtherDrawings_ComparesThemOnTheSameOnes() => Assert.Equal(
        "A reads best: 10 mistakes in 100, clearly ahead of b.",
        Words([.. Plays(100, ("a", 10), ("b", 30)), .. Plays(400, ("b", 0))]));

    [Fact]
    public void Of_AVersionOnShadow_IsNotCompared() => Assert.Equal(
        "A has nobody to compare with yet: 3 mistakes in 40.",
        Words([.. Plays(40, ("a", 3)).Select(play => play with { Shadows = [ObservationBuilder.Guess("a", 1) with { Version = "2" }] })]));

    private static string Words(int drawings, params (string Name, int Mistakes)[] contestants) => Words(Plays(drawings, contestants));

    private static string Words(params Observation[] plays) => Headline.Of(ScoreboardFixture.Count(plays), name => name);

    /// <summary>Drawings of a 1; each contestant misreads as many of the first as are given.</summary>
    private static Observation[] Plays(int drawings, params (string Name, int Mistakes)[] contestants) =>
    [
        .. Enumerable.Range(0, drawings).Select(i => ScoredObservations.Play(
            1, ObservationBuilder.Evening.AddSeconds(i), contestants.Select(one => (one.Name, i < one.Mistakes ? 7 : 1)))),
    ];
}
