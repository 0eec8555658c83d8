using GameNight.Observations.Store;
using GameNight.Scoreboard.Advice;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Advice;

public sealed class DriftTallyTests
{
    private static readonly ScoredVersion Network = new("app-network", "1", IsShadow: false);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Count_RowsInAnyOrder_SeparatesTheLatestHundredFromEarlierOnes(bool shuffled)
    {
        // 150 drawings: the first 50 are right, of the last 100 every second one.
        var plays = Enumerable.Range(0, 150).Select(i => ScoredObservations.Play(
            3, ObservationBuilder.Evening.AddMinutes(i), ("app-network", i < 50 || i % 2 == 0 ? 3 : 8), ("cnn", 3))).ToArray();
        if (shuffled)
            new Random(1).Shuffle(plays);
        var unlabelled = ScoredObservations.Play(null, ObservationBuilder.Evening.AddDays(1), ("app-network", 8));
        var drift = Assert.Single(Count([.. plays, unlabelled]));
        Assert.Equal(("app-network", "1"), (drift.Algorithm, drift.Version));
        Assert.Equal((100, 50, 50, 50), (drift.Recent.N, drift.Recent.Correct, drift.Earlier.N, drift.Earlier.Correct));
        Assert.True(drift.IsWorse);
    }

    [Fact]
    public void Count_FewDrawings_HasNoEarlierOnes()
    {
        var drift = Assert.Single(Count([ScoredObservations.Play(3, ObservationBuilder.Evening, ("app-network", 8))]));
        Assert.Equal((1, 0), (drift.Recent.N, drift.Earlier.N));
        Assert.Null(drift.Difference);
        Assert.False(drift.IsWorse);
    }

    [Fact]
    public void Count_VersionWithoutGuesses_IsLeftOut() =>
        Assert.Empty(Count([ScoredObservations.Play(3, ObservationBuilder.Evening, ("cnn", 3))]));

    private static IReadOnlyList<Drift> Count(IEnumerable<Observation> plays)
    {
        var table = new FactTable();
        foreach (var play in plays)
            table.Append(PlayFacts.Of(play));
        return DriftTally.Count(table, [Network], default);
    }
}
