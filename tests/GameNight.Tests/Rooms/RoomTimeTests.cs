using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

/// <summary>More time, pauses, and what is stored when a room ends.</summary>
public class RoomTimeTests
{
    [Fact]
    public void MoreTime_OneSeat_HasTwiceAsLongAndOthersHaveNot()
    {
        var table = new Table(people: 3);
        table.Do(2, id => new MoreTimeCommand(id, On: true));
        table.Start();
        table.Pass(5);
        table.Pass(25);
        Assert.Equal(RoomPhase.Draw, table.Room.Phase);
        Assert.Equal(409, table.Draw(1).Status);
        Assert.Null(table.Draw(2).Status);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    public void MoreTime_InTheMiddleOfAPhase_HoldsForThatPhase(int seconds)
    {
        var table = Drawing();
        table.Pass(seconds);
        table.Do(2, id => new MoreTimeCommand(id, On: true));
        table.Pass(39 - seconds);
        Assert.Equal(409, table.Draw(1).Status);
        Assert.Null(table.Draw(2).Status);
    }

    [Theory]
    [InlineData(RoomPhase.Lobby)]
    [InlineData(RoomPhase.Brief)]
    [InlineData(RoomPhase.Draw)]
    [InlineData(RoomPhase.Reveal)]
    [InlineData(RoomPhase.Board)]
    [InlineData(RoomPhase.Podium)]
    public void MoreTime_InAnyPhase_IsTaken(RoomPhase phase)
    {
        var table = new Table(people: 3, rounds: 1);
        if (phase != RoomPhase.Lobby)
        {
            table.Start();
            table.PassTo(phase);
        }

        Assert.Null(table.Do(2, id => new MoreTimeCommand(id, On: true)).Status);
        Assert.True(table.Room.Seats[1].HasMoreTime);
    }

    [Fact]
    public void Room_ClaimOnItsCodeEnds_IsOver()
    {
        var table = Drawing();
        table.Draw(1);
        table.Room = table.Room with { ClaimedUntil = table.Now + TimeSpan.FromSeconds(10) };
        Assert.Equal(table.Room.ClaimedUntil, table.Rules.NextAlarm(table.Room, table.Now));
        table.Pass(10);
        Assert.True(table.Room.HasEnded);
        Assert.Single(table.Room.Judged);
    }

    [Fact]
    public void MoreTime_SeatAway_HoldsNobodyUp()
    {
        var table = new Table(people: 3);
        table.Do(2, id => new MoreTimeCommand(id, On: true));
        table.Start();
        table.PassTo(RoomPhase.Draw);
        table.Away.Add(2);
        table.Draw(1);
        Assert.Equal(table.Room.Deadline, table.Rules.NextAlarm(table.Room, table.Now));
        table.Pass(20);
        Assert.NotEqual(RoomPhase.Draw, table.Room.Phase);
    }

    [Fact]
    public void Skip_Paused_StaysPaused()
    {
        var table = Drawing();
        table.Do(RoomRules.Screen, id => new PauseCommand(id, null, null));
        table.Do(RoomRules.Screen, id => new SkipCommand(id, null, null));
        Assert.Equal((RoomPhase.Jury, RoomPause.Screen, null), (table.Room.Phase, table.Room.Pause, table.Room.Deadline));
    }

    [Fact]
    public void Pause_InTheExtraTime_GivesNoMoreOfIt()
    {
        var table = new Table(people: 3);
        table.Do(2, id => new MoreTimeCommand(id, On: true));
        table.Start();
        table.PassTo(RoomPhase.Draw);
        table.Pass(38);
        table.Do(RoomRules.Screen, id => new PauseCommand(id, null, null));
        table.Do(RoomRules.Screen, id => new ResumeCommand(id, null, null));
        table.Pass(2.1);
        Assert.NotEqual(RoomPhase.Draw, table.Room.Phase);
    }

    [Fact]
    public void End_BeforeTheJury_StoresWhatWasDrawn()
    {
        var table = Drawing();
        table.Draw(1);
        table.Do(RoomRules.Screen, id => new EndCommand(id));
        Assert.True(table.Room.HasEnded);
        Assert.Single(table.Room.Judged);
    }

    [Fact]
    public void Pause_InAPhase_LeavesWhatWasLeft()
    {
        var table = Drawing();
        table.Pass(15);
        table.Do(RoomRules.Screen, id => new PauseCommand(id, null, null));
        table.Pass(600);
        Assert.Equal((RoomPhase.Draw, RoomPause.Screen), (table.Room.Phase, table.Room.Pause));
        Assert.Equal(409, table.Draw(1).Status);
        table.Do(RoomRules.Screen, id => new ResumeCommand(id, null, null));
        table.Pass(4.9);
        Assert.Equal(RoomPhase.Draw, table.Room.Phase);
        table.Pass(0.1);
        Assert.NotEqual(RoomPhase.Draw, table.Room.Phase);
    }

    private static Table Drawing()
    {
        var table = new Table(people: 3);
        table.Start();
        table.PassTo(RoomPhase.Draw);
        return table;
    }
}
