using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Trial;
using GameNight.Statistics;

namespace GameNight.Tests.Retraining.Trial;

public sealed class TrialTestTests
{
    private const int Trials = 200;

    private static readonly NormalMixture Prior = LearnerRecord.Of("app-xgboost", 1000);

    [Theory]
    [InlineData(249, 10)]
    [InlineData(2000, 4)]
    public void Judge_TooFewDrawingsOrPeople_GoesOn(int drawings, int people) =>
        Assert.Equal(TrialVerdict.GoesOn, TrialTest.Judge(Prior, Tally(drawings, people, 0.05, 0.002)));

    [Fact]
    public void Judge_TooFewPeopleForever_EndsIt() => Assert.Equal(
        TrialVerdict.Undecided, TrialTest.Judge(Prior, Tally(400, 4, 0.05, 0.002) with { Seen = TrialTest.MaxDrawings }));

    [Fact]
    public void Judge_ClearGain_IsBetter() => Assert.Equal(TrialVerdict.Better, TrialTest.Judge(Prior, Tally(800, 12, 0.012, 0.004)));

    [Fact]
    public void Judge_ClearLoss_IsWorse() => Assert.Equal(TrialVerdict.Worse, TrialTest.Judge(Prior, Tally(800, 12, -0.012, 0.004)));

    [Fact]
    public void Judge_GainThatReadsFewerDrawings_IsNotBetter() => Assert.Equal(
        TrialVerdict.GoesOn, TrialTest.Judge(Prior, Tally(800, 12, 0.012, 0.004) with { Wins = 2, Losses = 3 }));

    [Fact]
    public void Judge_WorseThanTheFirst_IsNotBetter() => Assert.Equal(
        TrialVerdict.GoesOn,
        TrialTest.Judge(Prior, Tally(800, 12, 0.012, 0.004) with { GainOverFirst = new ClusteredMean(-0.001, 0.002, 12, 800) }));

    [Fact]
    public void Judge_AllDrawingsOfATrialThatDoNotTell_EndsIt() =>
        Assert.Equal(TrialVerdict.Undecided, TrialTest.Judge(Prior, Tally(TrialTest.MaxDrawings, 20, 0.0005, 0.004)));

    /// <summary>Looked at after every tenth drawing, a version that does harm goes into service in few trials.</summary>
    [Fact]
    public void Judge_HarmLookedAtAgainAndAgain_IsSeldomBetter() => Assert.InRange(CountBetter(isByPerson: false), 0, Trials / 10);

    /// <summary>The same where all drawings of a person speak for the same version, so that votes are worth less than they seem.</summary>
    [Fact]
    public void Judge_HarmThatSitsWithSomePeople_IsBetterInAQuarterAtMost() =>
        Assert.InRange(CountBetter(isByPerson: true), 0, Trials / 4);

    private static int CountBetter(bool isByPerson)
    {
        var random = new Random(5);
        var better = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var (gains, people, wins, losses) = (new List<double>(), new List<string>(), 0, 0);
            var votes = new List<(string Person, bool Won)>();
            // Of 40 drawings that tell the versions apart, the one on trial wins 17.
            bool[] isForTrial = [.. Enumerable.Range(0, 15).Select(_ => isByPerson && random.Next(40) < 17)];
            for (var n = 1; n <= 1500; n++)
            {
                // One drawing in fifty tells the versions apart, and the one on trial loses 0.3 points.
                var gain = random.Next(2000) switch { < 17 => 1.0, < 40 => -1, _ => 0 };
                gain = isByPerson && gain != 0 ? (isForTrial[n % 15] ? 1 : -1) : gain;
                gains.Add(gain);
                people.Add($"{n % 15}");
                if (gain != 0 && votes.Count(vote => vote.Person == people[^1]) < TrialTest.MaxVotes)
                    votes.Add((people[^1], gain > 0));
                (wins, losses) = (wins + (gain > 0 ? 1 : 0), losses + (gain < 0 ? 1 : 0));
                if (n % 10 != 0)
                    continue;
                var tally = new TrialTally(n, Math.Min(n, 15), wins, losses, ClusteredMean.Of(gains, people), GainOverFirst: null)
                {
                    VotesWon = votes.Count(vote => vote.Won),
                    VotesLost = votes.Count(vote => !vote.Won),
                };
                var verdict = TrialTest.Judge(Prior, tally);
                better += verdict == TrialVerdict.Better ? 1 : 0;
                if (verdict != TrialVerdict.GoesOn)
                    break;
            }
        }

        return better;
    }

    /// <summary>Few drawings tell good versions apart: what it takes is that nearly all of them speak for it.</summary>
    [Theory]
    [InlineData(2, 0, TrialVerdict.GoesOn)]
    [InlineData(6, 0, TrialVerdict.Better)]
    [InlineData(6, 3, TrialVerdict.GoesOn)]
    public void Judge_SmallGain_NeedsNearlyAllVotes(int won, int lost, TrialVerdict verdict) => Assert.Equal(
        verdict, TrialTest.Judge(Prior, Tally(900, 12, 0.003, 0.003) with { VotesWon = won, VotesLost = lost }));

    [Fact]
    public void Remaining_AtThisPace_IsWhenTheTestSaysSo()
    {
        var tally = Tally(300, 12, 0.008, 0.006);
        Assert.Equal(TrialVerdict.GoesOn, TrialTest.Judge(Prior, tally));
        var more = TrialTest.Remaining(Prior, tally)!.Value;
        var later = Tally(300 + more, 12, 0.008, 0.006 * Math.Sqrt(300.0 / (300 + more)));
        Assert.Equal(TrialVerdict.Better, TrialTest.Judge(Prior, later));
    }

    [Fact]
    public void Remaining_WithoutADifference_IsUnknown() =>
        Assert.Null(TrialTest.Remaining(Prior, Tally(2900, 12, 0.0004, 0.004)));

    private static TrialTally Tally(int drawings, int people, double gain, double error) => new(
        drawings, people, Wins: 10, Losses: 4, new ClusteredMean(gain, error, people, drawings), GainOverFirst: null);
}
