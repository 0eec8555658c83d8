using GameNight.Retraining.Tuning;
using GameNight.Training.Examples;

namespace GameNight.Tests.Retraining.Tuning;

public sealed class TuningPlayersTests
{
    private static readonly SplitKey Key = new(new byte[16]);

    [Fact]
    public void Of_AnyTraining_LearnsFromOtherPlayersThanThoseWhoJudge()
    {
        var players = new TuningPlayers(TuningExamples.Draw(300), Key);
        var confirming = players.Of(0, confirms: true, 50).Judged.Select(example => example.Player).ToHashSet();
        var judging = new HashSet<string>();
        for (var number = 0; number < TuningPlan.Folds; number++)
        {
            var (learned, judged) = players.Of(number, confirms: false, 50);
            Assert.Equal(50, learned.Length);
            Assert.Empty(learned.Concat(judged).Select(example => example.Player).Intersect(confirming));
            Assert.Empty(learned.Select(example => example.Player).Intersect(judged.Select(example => example.Player)));
            Assert.All(judged.Select(example => example.Player).Distinct(), player => Assert.True(judging.Add(player)));
        }

        Assert.Equal(players.Numbers.Keys.Order(), judging.Concat(confirming).Order());
        Assert.Equal(4, confirming.Count);
    }

    [Fact]
    public void Of_Again_LearnsFromTheSameDrawingsInAnyOrder()
    {
        var examples = TuningExamples.Draw(300);
        var (one, two) = (new TuningPlayers(examples, Key), new TuningPlayers([.. examples.AsEnumerable().Reverse()], Key));
        Assert.Equal(one.Of(4, confirms: false, 50).Learned, two.Of(4, confirms: false, 50).Learned);
        Assert.NotEqual(one.Of(4, confirms: false, 50).Learned, one.Of(7, confirms: false, 50).Learned);
    }

    [Fact]
    public void TuningPlayers_TooFew_SayHowManyItTakes()
    {
        var few = Assert.Throws<InvalidDataException>(() => new TuningPlayers(TuningExamples.Draw(80), Key));
        Assert.Equal("80 drawings of 8 players are too few to search by: it takes 200 of 9.", few.Message);
    }
}
