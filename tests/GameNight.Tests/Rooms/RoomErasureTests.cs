using System.Collections.Frozen;
using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

/// <summary>What becomes of a player's things in rooms when they are deleted, and whose drawings jurors are tested with.</summary>
public class RoomErasureTests
{
    private static readonly IReadOnlySet<Guid> NoDrawings = FrozenSet<Guid>.Empty;

    [Fact]
    public void Forget_PlayerOfAKnownDrawing_RemovesItAndTheVotesOnIt()
    {
        var table = Judging(new KnownSource(Guid.NewGuid(), "stranger", DateTimeOffset.UnixEpoch));
        var known = table.Room.Known.Select(one => one.Id).ToHashSet();
        Assert.Contains(table.Room.Ballots, ballot => known.Contains(ballot.Drawing));
        var forgotten = table.Rules.Forget(table.Room, (player, _) => player == "stranger", NoDrawings);
        Assert.Empty(forgotten.Known);
        Assert.DoesNotContain(forgotten.Ballots, ballot => known.Contains(ballot.Drawing));
        Assert.Equal(table.Room.Seats, forgotten.Seats);
    }

    [Fact]
    public void Forget_DrawingThatIsTooOld_IsKnownNoMore()
    {
        var source = new KnownSource(Guid.NewGuid(), "stranger", DateTimeOffset.UnixEpoch);
        var table = Judging(source);
        Assert.Empty(table.Rules.Forget(table.Room, (_, _) => false, new HashSet<Guid> { source.Observation }).Known);
    }

    [Fact]
    public void Forget_SeatTakenAfterTheDeletion_Stays()
    {
        var table = Judging(source: null);
        var (before, asked) = (table.Room, table.Now - TimeSpan.FromHours(1));
        Assert.Same(before, table.Rules.Forget(before, (player, time) => player == "player 1" && time <= asked, NoDrawings));
        var forgotten = table.Rules.Forget(before, (player, time) => player == "player 1" && time <= table.Now, NoDrawings);
        Assert.Null(forgotten.SeatOf("player 1"));
        Assert.DoesNotContain(forgotten.Drawings, drawing => drawing.Seat == 1);
    }

    [Fact]
    public void Jury_KnownDrawingsOfAJuror_AreNeverThatJurorsToJudge()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var table = Judging(new KnownSource(Guid.NewGuid(), "player 1", DateTimeOffset.UnixEpoch), seed);
            var known = table.Room.Known.Select(one => one.Id).ToHashSet();
            Assert.DoesNotContain(table.Room.Ballots, ballot => ballot.Seat == 1 && known.Contains(ballot.Drawing));
        }
    }

    /// <param name="source">Of every known drawing.</param>
    /// <param name="seed">Of what is drawn by lot.</param>
    private static Table Judging(KnownSource? source, int seed = 1)
    {
        var table = new Table(people: 6, seed: seed);
        table.Room = table.Room with { Known = table.Room.Known.ConvertAll(known => known with { Source = source }) };
        table.Start();
        table.PassTo(RoomPhase.Draw);
        for (var seat = 1; seat <= 6; seat++)
            table.Draw(seat);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
        return table;
    }
}
