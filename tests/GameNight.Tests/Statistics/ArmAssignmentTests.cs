using FsCheck;
using FsCheck.Fluent;
using GameNight.Statistics;

namespace GameNight.Tests.Statistics;

public sealed class ArmAssignmentTests
{
    private static readonly string[] Arms = ["cnn", "forest", "k-means", "knn", "mlp", "svm"];

    private static readonly Arbitrary<string> AnyPlayer =
        ArbMap.Default.ArbFor<NonNull<string>>().Convert(text => text.Get, text => NonNull<string>.NewNonNull(text));

    // Computed with Python's hashlib, so that no other process and no later release assigns differently.
    [Theory]
    [InlineData("ada", "2026-11-20", "forest")]
    [InlineData("ada", "2026-11-21", "k-means")]
    [InlineData("Jürgen", "2026-11-20", "mlp")]
    [InlineData("", "", "cnn")]
    public void Of_KnownPlayer_IsAlwaysTheSame(string player, string night, string arm) =>
        Assert.Equal(arm, ArmAssignment.Of(player, night, Arms));

    [Fact]
    public void Of_AnyPlayer_DoesNotDependOnTheOrderOfTheArms() => Prop.ForAll(AnyPlayer, player =>
        ArmAssignment.Of(player, "2026-11-20", Arms) == ArmAssignment.Of(player, "2026-11-20", [.. Arms.Reverse()]))
        .Check();

    [Fact]
    public void Of_ArmRemoved_ChangesOnlyItsOwnPlayers() => Prop.ForAll(AnyPlayer, player =>
    {
        var arm = ArmAssignment.Of(player, "2026-11-20", Arms);
        return Arms.All(removed =>
            (ArmAssignment.Of(player, "2026-11-20", [.. Arms.Where(other => other != removed)]) == arm) == (removed != arm));
    }).Check();

    [Fact]
    public void Of_ManyPlayers_GivesEachArmAnEqualShare()
    {
        foreach (var night in (string[])["2026-11-20", "2026-11-21", "2026-11-22"])
        {
            var assigned = Enumerable.Range(0, 3000).Select(player => ArmAssignment.Of($"player {player}", night, Arms));
            AssertNoMismatch(Count(assigned));
        }
    }

    [Fact]
    public void Of_PlayersOfOneArm_SpreadsThemEquallyWhenItIsRemovedAndOnTheNextNight()
    {
        var players = Enumerable.Range(0, 6000).Select(player => $"player {player}")
            .Where(player => ArmAssignment.Of(player, "2026-11-20", Arms) == Arms[0]).ToList();
        AssertNoMismatch(Count(players.Select(player => ArmAssignment.Of(player, "2026-11-20", Arms[1..])))[1..]);
        AssertNoMismatch(Count(players.Select(player => ArmAssignment.Of(player, "2026-11-21", Arms))));
    }

    [Fact]
    public void Of_NoArms_IsRefused() => Assert.Throws<ArgumentException>(() => ArmAssignment.Of("ada", "2026-11-20", []));

    private static void AssertNoMismatch(int[] players) =>
        Assert.InRange(SampleRatio.PValue(players), SampleRatio.Threshold, 1);

    private static int[] Count(IEnumerable<string> assigned)
    {
        var counts = assigned.CountBy(arm => arm).ToDictionary();
        return [.. Arms.Select(arm => counts.GetValueOrDefault(arm))];
    }
}
