using GameNight.Drawing.Images;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Training.Examples;

namespace GameNight.Tests.Retraining.Evaluation;

public sealed class PlayerSplitTests
{
    [Fact]
    public void Split_ManyPlayers_HoldsOutAboutAQuarterOfThem()
    {
        var (learned, heldOut) = PlayerSplit.Split([.. Enumerable.Range(0, 2000).Select(i => Lesson($"player {i % 400}"))]);
        Assert.Equal(2000, learned.Count + heldOut.Count);
        Assert.InRange(heldOut.Select(lesson => lesson.Player).Distinct().Count(), 70, 130);
        Assert.Empty(learned.Select(lesson => lesson.Player).Intersect(heldOut.Select(lesson => lesson.Player)));
    }

    [Fact]
    public void Split_MorePlayersCome_NobodyChangesSides()
    {
        var few = PlayerSplit.Split([.. Enumerable.Range(0, 50).Select(i => Lesson($"player {i}"))]);
        var many = PlayerSplit.Split([.. Enumerable.Range(0, 500).Select(i => Lesson($"player {i}"))]);
        Assert.Subset(many.HeldOut.Select(lesson => lesson.Player).ToHashSet(), few.HeldOut.Select(lesson => lesson.Player).ToHashSet());
        Assert.Subset(many.Learned.Select(lesson => lesson.Player).ToHashSet(), few.Learned.Select(lesson => lesson.Player).ToHashSet());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Split_FewPlayers_LeavesNoSideEmpty(int players)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var (learned, heldOut) = PlayerSplit.Split([.. Enumerable.Range(0, players).Select(i => Lesson($"{seed}/{i}"))]);
            Assert.NotEmpty(learned);
            Assert.NotEmpty(heldOut);
        }
    }

    [Fact]
    public void Split_OnePlayer_LeavesOneSideEmpty()
    {
        var (learned, heldOut) = PlayerSplit.Split([Lesson("ann"), Lesson("ann")]);
        Assert.Equal(0, Math.Min(learned.Count, heldOut.Count));
    }

    [Fact]
    public void Cap_OneWhoNeverStops_WeighsAtMostAFifth()
    {
        List<TrainingExample> lessons = [.. Enumerable.Range(0, 900).Select(_ => Lesson("tireless")), .. Enumerable.Range(0, 300).Select(i => Lesson($"player {i % 10}"))];
        var capped = RetrainingPipeline.Cap(lessons);
        Assert.Equal(240, capped.Count(lesson => lesson.Player == "tireless"));
        Assert.Equal(300, capped.Count(lesson => lesson.Player != "tireless"));
    }

    private static TrainingExample Lesson(string player) => new(Guid.NewGuid(), player, null, new DigitImage(new byte[784]), 0);
}
