using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class ArmAssignmentTests
{
    private static readonly string[] Arms = ["cnn", "forest", "k-means", "knn", "mlp", "svm"];

    private static readonly Arbitrary<string> AnyPlayer = ArbMap.Default.ArbFor<NonNull<string>>().Convert(text => text.Get, text => NonNull<string>.NewNonNull(text));

    // As another language's SHA-256 deals them (Python's hashlib), so that neither another process nor another release deals anew.
    [Theory]
    [InlineData("ada", "2026-11-20", "forest")]
    [InlineData("ada", "2026-11-21", "k-means")]
    [InlineData("Jürgen", "2026-11-20", "mlp")]
    [InlineData("", "", "cnn")]
    public void Of_APlayer_IsForeverTheSame(string player, string night, string arm) => Assert.Equal(arm, ArmAssignment.Of(player, night, Arms));

    [Fact]
    public void Of_AnyPlayer_DoesNotDependOnTheOrderOfTheArms() => Prop.ForAll(AnyPlayer, player =>
        ArmAssignment.Of(player, "2026-11-20", Arms) == ArmAssignment.Of(player, "2026-11-20", [.. Arms.Reverse()])).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyPlayer_MovesOnlyWhenItsOwnArmLeaves() => Prop.ForAll(AnyPlayer, player =>
    {
        var arm = ArmAssignment.Of(player, "2026-11-20", Arms);
        return Arms.All(left => (ArmAssignment.Of(player, "2026-11-20", [.. Arms.Where(other => other != left)]) == arm) == (left != arm));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_ManyPlayers_GivesEachArmAnEqualShare()
    {
        foreach (var night in (string[])["2026-11-20", "2026-11-21", "2026-11-22"])
            Assert.False(SampleRatio.IsMismatch(Count(Enumerable.Range(0, 3000).Select(player => ArmAssignment.Of($"player {player}", night, Arms)))));
    }

    // Whom an arm leaves behind goes to the others in equal shares too, and a night says nothing of the next one.
    [Fact]
    public void Of_ManyPlayersOfOneArm_SpreadsThemWhenItLeavesAndOnTheNextNight()
    {
        var ofOne = Enumerable.Range(0, 6000).Select(player => $"player {player}").Where(player => ArmAssignment.Of(player, "2026-11-20", Arms) == "cnn").ToList();
        Assert.False(SampleRatio.IsMismatch(Count(ofOne.Select(player => ArmAssignment.Of(player, "2026-11-20", Arms[1..])))[1..]));
        Assert.False(SampleRatio.IsMismatch(Count(ofOne.Select(player => ArmAssignment.Of(player, "2026-11-21", Arms)))));
    }

    [Fact]
    public void Of_NoArms_IsRefused() => Assert.Throws<ArgumentException>(() => ArmAssignment.Of("ada", "2026-11-20", []));

    private static int[] Count(IEnumerable<string> assigned)
    {
        var counts = assigned.CountBy(arm => arm).ToDictionary();
        return [.. Arms.Select(arm => counts.GetValueOrDefault(arm))];
    }
}
