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
        var (learned, heldOut) = PlayerSplit.Split([.. Enumerable.Range(0, 2000).Select(i => Example($"player {i % 400}"))]);
        Assert.Equal(2000, learned.Count + heldOut.Count);
        Assert.InRange(heldOut.Select(example => example.Player).Distinct().Count(), 70, 130);
        Assert.Empty(learned.Select(example => example.Player).Intersect(heldOut.Select(example => example.Player)));
    }

    [Fact]
    public void Split_MorePlayers_KeepsTheOthersOnTheirSides()
    {
        var few = PlayerSplit.Split([.. Enumerable.Range(0, 50).Select(i => Example($"player {i}"))]);
        var many = PlayerSplit.Split([.. Enumerable.Range(0, 500).Select(i => Example($"player {i}"))]);
        Assert.Subset(Players(many.HeldOut), Players(few.HeldOut));
        Assert.Subset(Players(many.Learned), Players(few.Learned));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Split_FewPlayers_LeavesNoSideEmpty(int players)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var (learned, heldOut) = PlayerSplit.Split([.. Enumerable.Range(0, players).Select(i => Example($"{seed}/{i}"))]);
            Assert.NotEmpty(learned);
            Assert.NotEmpty(heldOut);
        }
    }

    [Fact]
    public void Split_OnePlayer_LeavesOneSideEmpty()
    {
        var (learned, heldOut) = PlayerSplit.Split([Example("ann"), Example("ann")]);
        Assert.Equal(0, Math.Min(learned.Count, heldOut.Count));
    }

    [Fact]
    public void Cap_OnePlayerWithMostExamples_KeepsAtMostAFifthOfAll()
    {
        List<TrainingExample> examples =
        [
            .. Enumerable.Range(0, 900).Select(_ => Example("tireless")),
            .. Enumerable.Range(0, 300).Select(i => Example($"player {i % 10}")),
        ];
        var capped = TrainingData.Cap(examples);
        Assert.Equal(240, capped.Count(example => example.Player == "tireless"));
        Assert.Equal(300, capped.Count(example => example.Player != "tireless"));
    }

    private static HashSet<string> Players(IEnumerable<TrainingExample> examples) => [.. examples.Select(example => example.Player)];

    private static TrainingExample Example(string player) => new(Guid.NewGuid(), player, null, new DigitImage(new byte[784]), 0);
}
