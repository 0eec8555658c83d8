using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

/// <summary>Who comes in, watches, is removed or kept out.</summary>
public class RoomSeatsTests
{
    [Fact]
    public void Join_FortyFirst_WatchesAndVotes()
    {
        var table = new Table(people: 41);
        Assert.True(table.Room.Seats[^1].IsWatching);
        table.Start();
        table.PassTo(RoomPhase.Draw);
        Assert.Equal(403, table.Draw(41).Status);
        for (var seat = 1; seat <= 40; seat++)
            table.Draw(seat);
        Assert.Contains(table.Room.Ballots, ballot => ballot.Seat == 41);
    }

    [Fact]
    public void Kick_WithADrawing_TakesItAlongAndDoesNotComeBack()
    {
        var table = new Table(people: 3);
        table.Start();
        table.PassTo(RoomPhase.Draw);
        table.Draw(2);
        table.Do(RoomRules.Screen, id => new KickCommand(id, 2));
        Assert.Empty(table.Room.Drawings);
        var e = Assert.Throws<RoomRefusedException>(() => table.Join("player 2", "Somebody else"));
        Assert.Equal(403, e.Status);
    }

    [Fact]
    public void Join_LockedRoom_LetsThoseInWhoHaveASeat()
    {
        var table = new Table(people: 3);
        table.Do(RoomRules.Screen, id => new LockCommand(id, On: true));
        Assert.Equal(1, table.Join("player 1", "Person 1").Number);
        Assert.Equal(409, Assert.Throws<RoomRefusedException>(() => table.Join("new", "New")).Status);
    }

    [Fact]
    public void Join_TakenName_IsRefused()
    {
        var table = new Table(people: 1);
        Assert.Equal(409, Assert.Throws<RoomRefusedException>(() => table.Join("other", "PERSON 1")).Status);
    }

    [Fact]
    public void Leave_WhileOthersDraw_HoldsNobodyUpAndKeepsTheSeat()
    {
        var table = new Table(people: 4);
        table.Start();
        table.PassTo(RoomPhase.Draw);
        table.Do(4, id => new LeaveCommand(id));
        for (var seat = 1; seat <= 3; seat++)
            table.Draw(seat);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
        Assert.DoesNotContain(table.Room.Ballots, ballot => ballot.Seat == 4);
        Assert.Equal((4, false), (table.Join("player 4", "Person 4").Number, table.Room.Seats[3].HasLeft));
    }

    [Fact]
    public void Leave_InTheLobby_FreesNameAndSeat()
    {
        var table = new Table(people: 4);
        table.Do(4, id => new LeaveCommand(id));
        Assert.Equal("Person 4", table.Join("other", "Person 4").Name);
        table.Start();
        Assert.Equal([1, 2, 3, 5], table.Room.Seats.Select(seat => seat.Number));
    }

    [Fact]
    public void Leave_NameTakenMeanwhile_NeedsAnotherToComeBack()
    {
        var table = new Table(people: 4);
        table.Do(4, id => new LeaveCommand(id));
        table.Join("other", "Person 4");
        Assert.Equal(409, Assert.Throws<RoomRefusedException>(() => table.Join("player 4", "Person 4")).Status);
        Assert.Equal(4, table.Join("player 4", "Somebody").Number);
    }
}
