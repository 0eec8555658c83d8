using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Results;

public sealed class ArmsComparisonTests
{
    [Fact]
    public void Of_ClearLead_NamesTheWinnerAndListsItFirst()
    {
        var comparison = ArmsComparison.Of([Arm("cnn", 400, 300), Arm("k-means", 400, 380), Arm("trees", 400, 310)], ChosenBy.Arm);
        Assert.Equal("k-means", comparison.Winner);
        Assert.Equal("k-means", comparison.Arms[0].Arm.Algorithm);
        Assert.InRange(comparison.Arms[0].IsBest, 0.9999, 1);
        Assert.Equal(1, comparison.Arms.Sum(arm => arm.IsBest), 6);
        Assert.Equal(1, comparison.SampleRatio!.Value, 12);
    }

    [Fact]
    public void Of_NoLabels_HasNoWinner()
    {
        var comparison = ArmsComparison.Of([Arm("cnn", 0, 0), Arm("k-means", 0, 0)], ChosenBy.Arm);
        Assert.Null(comparison.Winner);
        Assert.Equal([0.5, 0.5], comparison.Arms.Select(arm => Math.Round(arm.IsBest, 6)));
    }

    [Fact]
    public void Of_BothWaysOfChoosing_CountsOnlyTheOneAskedFor()
    {
        var comparison = ArmsComparison.Of([Arm("cnn", 10, 5), Arm("cnn", 20, 20, ChosenBy.Sampling)], ChosenBy.Sampling);
        Assert.Equal(20, Assert.Single(comparison.Arms).Arm.N);
        Assert.Null(comparison.SampleRatio);
        Assert.Null(comparison.Winner);
    }

    [Fact]
    public void Of_FarTooFewPlayersInOneArm_HasASuspiciousSampleRatio()
    {
        var comparison = ArmsComparison.Of([Arm("cnn", 100, 90, players: 100), Arm("k-means", 50, 45, players: 40)], ChosenBy.Arm);
        Assert.True(comparison.SampleRatio < SampleRatio.Threshold);
    }

    /// <summary>
    /// Simulates evenings of players who differ in how well they draw, while the arms do not differ: each player keeps an arm, or each
    /// drawing has a lot of its own. The comparison is repeated after every fortieth drawing.
    /// </summary>
    [Theory]
    [InlineData(ChosenBy.Arm)]
    [InlineData(ChosenBy.Lot)]
    public void Of_EqualArmsAndUnequalPlayers_SeldomHasAWinner(ChosenBy by)
    {
        const int Evenings = 150;
        var random = new Random(7);
        var falseWins = Enumerable.Range(0, Evenings).Count(_ => HasAWinner(random, by));
        // The upper end of the 95 % interval of the observed share lies below the level that the rule promises.
        var upperEnd = new Proportion(Evenings, falseWins).High;
        Assert.True(upperEnd <= StoppingRule.Level, $"{falseWins} of {Evenings} evenings ended with a false win");
    }

    private static bool HasAWinner(Random random, ChosenBy by)
    {
        var table = new FactTable();
        var players = Enumerable.Range(0, 40)
            .Select(_ => (
                Arm: random.Next(2) == 0 ? "cnn" : "trees",
                Skill: Math.Clamp(0.9 + 0.15 * (random.NextDouble() - 0.5) * 2, 0, 1)))
            .ToList();
        for (var i = 0; i < 40 * 20; i++)
        {
            var player = random.Next(players.Count);
            var (kept, skill) = players[player];
            var arm = by == ChosenBy.Arm ? kept : random.Next(2) == 0 ? "cnn" : "trees";
            var guess = random.NextDouble() < skill ? 3 : 5;
            table.Append(PlayFacts.Of(ScoredObservations.Play(3, ObservationBuilder.Evening.AddSeconds(i), (arm, guess)) with
            {
                Player = $"player {player}",
                Chosen = arm,
                ChosenBy = by,
            }));
            if (i % 40 != 39)
                continue;
            var arms = ScoreTally.Count(table, Filter.All, TimeZoneInfo.Utc, default).Arms;
            if (ArmsComparison.Of(arms, by).Winner is not null)
                return true;
        }

        return false;
    }

    [Fact]
    public void Of_ArmThatNoPlayerGot_HasASuspiciousSampleRatio()
    {
        var night = Enumerable.Range(0, 60).Select(i => (Second: i, Arm: i % 2 == 0 ? "cnn" : "trees")).Select(play =>
            ScoredObservations.Play(3, ObservationBuilder.Evening.AddSeconds(play.Second), (play.Arm, 3), ("k-means", 3)) with
            {
                Player = $"player {play.Second}",
                Chosen = play.Arm,
                ChosenBy = ChosenBy.Arm,
            });
        var comparison = ScoreboardFixture.Count(night).KeptArms;
        Assert.Equal(0, comparison.Arms.Single(arm => arm.Arm.Algorithm == "k-means").Arm.Plays);
        Assert.True(comparison.SampleRatio < SampleRatio.Threshold);
    }

    [Fact]
    public void Of_ALotForEachDrawing_CountsEveryDrawingOfAPlayer()
    {
        var comparison = ScoreboardFixture.Count(DrawnByLot(i => i % 2 == 0 ? "cnn" : "trees")).DrawnArms;
        Assert.Equal([60, 60], comparison.Arms.Select(arm => arm.Outcomes.N));
        Assert.Equal(1, comparison.SampleRatio!.Value, 12);
        Assert.Empty(ScoreboardFixture.Count(DrawnByLot(_ => "cnn")).KeptArms.Arms);
    }

    [Fact]
    public void Of_ALotThatIsNotEven_HasASuspiciousSampleRatio() =>
        Assert.True(
            ScoreboardFixture.Count(DrawnByLot(i => i % 4 == 0 ? "cnn" : "trees")).DrawnArms.SampleRatio < SampleRatio.Threshold);

    [Fact]
    public void Of_AnArmThatCameLate_IsExpectedOnlyAmongWhatItGuessed()
    {
        // Half of the evening is between two, and half between three.
        var evening = DrawnByLot(i => i % 2 == 0 ? "cnn" : "trees")
            .Concat(DrawnByLot(i => i % 3 == 0 ? "cnn" : i % 3 == 1 ? "trees" : "k-means", withLate: true)).ToList();
        var comparison = ScoreboardFixture.Count(evening).DrawnArms;
        Assert.Equal(40, comparison.Arms.Single(arm => arm.Arm.Algorithm == "k-means").Arm.Plays);
        Assert.Equal(1, comparison.SampleRatio!.Value, 12);
    }

    [Fact]
    public void Of_NoArms_IsEmpty() => Assert.Empty(ArmsComparison.Of([], ChosenBy.Arm).Arms);

    /// <summary>120 drawings of one player, all right.</summary>
    private static IEnumerable<Observation> DrawnByLot(Func<int, string> lot, bool withLate = false)
    {
        (string, int)[] guesses = withLate ? [("cnn", 3), ("trees", 3), ("k-means", 3)] : [("cnn", 3), ("trees", 3)];
        return Enumerable.Range(0, 120).Select(i => ScoredObservations.Play(3, ObservationBuilder.Evening.AddSeconds(i), guesses) with
        {
            Chosen = lot(i),
            ChosenBy = ChosenBy.Lot,
        });
    }

    private static ArmStatistics Arm(string algorithm, int n, int correct, ChosenBy by = ChosenBy.Arm, int players = 20) => new(
        algorithm, by, players,
        new Dictionary<int, ArmStatistics.Night> { [1] = new(players, n, n) }, n, new Proportion(n, correct), n, correct);
}
