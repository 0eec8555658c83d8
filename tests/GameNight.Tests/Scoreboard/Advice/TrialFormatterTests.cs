using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Trial;
using GameNight.Scoreboard.Advice;
using GameNight.Statistics;

namespace GameNight.Tests.Scoreboard.Advice;

public sealed class TrialFormatterTests
{
    [Fact]
    public void Describe_Ahead_SaysTheScoreAndHowManyToGo() => Assert.Matches(
        "^ahead 14 to 6 after 310 drawings, [0-9,]+ to go at this pace$", TrialFormatter.Describe(Trial(14, 6, 310, 12, 0.005)));

    [Fact]
    public void Describe_Behind_SaysSo() =>
        Assert.StartsWith("behind 6 to 14 after 310 drawings", TrialFormatter.Describe(Trial(6, 14, 310, 12, -0.003)),
            StringComparison.Ordinal);

    [Fact]
    public void Describe_NothingEitherWay_SaysWhenItEnds() => Assert.Equal(
        "level 3 to 3 after 2,900 drawings, open at this pace; it ends after 3,000 drawings",
        TrialFormatter.Describe(Trial(3, 3, 2900, 12, 0.0001)));

    [Fact]
    public void Describe_TooFewPeople_SaysHowManyItTakes() => Assert.Equal(
        "ahead 14 to 6 after 310 drawings of 2 people; it takes 5", TrialFormatter.Describe(Trial(14, 6, 310, 2, 0.005)));

    [Fact]
    public void Describe_NoDrawing_SaysWhatItTakes() => Assert.Equal(
        "no drawing that counts yet; it takes 250 drawings by 5 people",
        TrialFormatter.Describe(Trial(14, 6, 310, 2, 0.005) with { Tally = TrialTally.None }));

    private static CandidateTrial Trial(int wins, int losses, int drawings, int people, double gain) => new()
    {
        Algorithm = "app-xgboost",
        Version = "5",
        Against = "1",
        Run = "1",
        LearnedFrom = 1000,
        Since = DateTimeOffset.UnixEpoch,
        Cursor = null,
        Prior = LearnerRecord.Of("app-xgboost", 1000),
        Tally = new TrialTally(
            drawings, people, wins, losses, new ClusteredMean(gain, 0.006, people, drawings), GainOverFirst: null),
    };
}
