using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

public class RoomRulesTests
{
    [Fact]
    public void Game_Played_GoesThroughItsPhasesAndBackToTheLobby()
    {
        var table = new Table(people: 3, rounds: 2);
        Assert.Equal(RoomPhase.Lobby, table.Room.Phase);
        table.Start();

        for (var round = 1; round <= 2; round++)
        {
            Assert.Equal((round, RoomPhase.Brief), (table.Room.Round, table.Room.Phase));
            table.Pass(5);
            Assert.Equal(RoomPhase.Draw, table.Room.Phase);
            for (var seat = 1; seat <= 3; seat++)
                table.Draw(seat);
            Assert.Equal(RoomPhase.Jury, table.Room.Phase);
            for (var seat = 1; seat <= 3; seat++)
                table.Judge(seat, (_, truth) => truth);
            Assert.Equal(RoomPhase.Reveal, table.Room.Phase);
            table.Pass(20);
            Assert.Equal(RoomPhase.Board, table.Room.Phase);
            table.Pass(8);
        }

        Assert.Equal(RoomPhase.Podium, table.Room.Phase);
        table.Start();
        Assert.Equal((RoomPhase.Lobby, 0, 3), (table.Room.Phase, table.Room.Round, table.Room.Seats.Count));
    }

    [Fact]
    public void Phase_Deadline_EndsWhoeverHasNotActed()
    {
        var table = Drawing();
        table.Draw(1);
        table.Pass(19.9);
        Assert.Equal(RoomPhase.Draw, table.Room.Phase);
        table.Pass(0.1);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
    }

    [Fact]
    public void Phase_PhoneAway_WaitsForNobody()
    {
        var table = Drawing();
        table.Away.Add(3);
        table.Draw(1);
        table.Draw(2);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
    }

    [Fact]
    public void Phase_AllPhonesAway_RunsOn()
    {
        var table = Drawing();
        table.Away.UnionWith([1, 2, 3]);
        table.Pass(1);
        Assert.Equal(RoomPhase.Draw, table.Room.Phase);
    }

    [Fact]
    public void Round_NobodyDraws_HasNoJury()
    {
        var table = Drawing();
        table.Pass(20);
        Assert.Equal(RoomPhase.Reveal, table.Room.Phase);
    }

    [Fact]
    public void Phase_ScreenGone_WaitsAtTheNextAndGoesOn()
    {
        var table = Drawing();
        table.IsScreenGone = true;
        table.Pass(10);
        Assert.Equal(RoomPause.None, table.Room.Pause);
        for (var seat = 1; seat <= 3; seat++)
            table.Draw(seat);
        Assert.Equal((RoomPhase.Jury, RoomPause.Gone), (table.Room.Phase, table.Room.Pause));
        table.Pass(500);
        table.IsScreenGone = false;
        table.Pass(0);
        Assert.Equal((RoomPhase.Jury, RoomPause.None), (table.Room.Phase, table.Room.Pause));
        table.Pass(19.9);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
    }

    [Fact]
    public void Join_DuringARound_PlaysFromTheNextPhase()
    {
        var table = Drawing();
        var late = table.Join("late", "Late");
        Assert.Equal(409, table.Draw(late.Number).Status);
        for (var seat = 1; seat <= 3; seat++)
            table.Draw(seat);
        Assert.Contains(table.Room.Ballots, ballot => ballot.Seat == late.Number);
        Assert.Equal(0, table.PointsOf(late.Number));
    }

    [Fact]
    public void Apply_SameCommandAgain_ChangesNothingAndAnswersTheSame()
    {
        var table = Drawing();
        var first = table.Do(1, _ => new LockCommand("again", On: true));
        var before = table.Room;
        var second = table.Do(1, _ => new LockCommand("again", On: true));
        Assert.Equal(first, second);
        Assert.Same(before, table.Room);
    }

    [Fact]
    public void Apply_RefusedCommandAgain_AnswersTheSame()
    {
        var table = new Table(people: 3);
        var early = table.Do(1, _ => new VoteCommand("early", null, Guid.NewGuid(), 3));
        Assert.Equal(409, early.Status);
        Assert.Equal(early, table.Do(1, _ => new VoteCommand("early", null, Guid.NewGuid(), 3)));
    }

    [Fact]
    public void Apply_AnotherRoundOrPhase_IsRefusedInWords()
    {
        var table = Drawing();
        Assert.Equal("That was for round 2, and this is round 1.", table.Do(1, id => new VoteCommand(id, 2, Guid.NewGuid(), 3)).Refusal);
        Assert.Equal("Not yet: wait until the screen says so.", table.Do(1, id => new VoteCommand(id, 1, Guid.NewGuid(), 3)).Refusal);
        table.PassTo(RoomPhase.Reveal);
        Assert.Equal("Time's up: the drawing came too late for this round.", table.Draw(1).Refusal);
    }

    [Fact]
    public void Draw_SecondTimeInARound_IsRefused()
    {
        var table = Drawing();
        Assert.Null(table.Draw(1).Status);
        Assert.Equal("You've drawn already in this round.", table.Draw(1).Refusal);
        Assert.Single(table.Room.Drawings);
    }

    [Fact]
    public void Vote_NotTheirsToJudge_IsRefused()
    {
        var table = Drawing();
        for (var seat = 1; seat <= 3; seat++)
            table.Draw(seat);
        var own = table.Room.Drawings.Find(drawing => drawing.Seat == 1)!.Id;
        Assert.Equal(403, table.Do(1, id => new VoteCommand(id, 1, own, 3)).Status);
        Assert.Equal(404, table.Do(1, id => new VoteCommand(id, 1, Guid.NewGuid(), 3)).Status);
    }

    [Fact]
    public void Start_TwoPeople_IsRefused()
    {
        var table = new Table(people: 2);
        Assert.Equal("A game needs 3 people, and only 2 are here.", table.Start().Refusal);
    }

    [Fact]
    public void Room_TwoIdleHours_Ends()
    {
        var table = new Table(people: 3);
        table.Pass(7199);
        Assert.False(table.Room.HasEnded);
        table.Pass(1);
        Assert.True(table.Room.HasEnded);
    }

    [Fact]
    public void Restore_KilledInAPhase_HasWhatWasLeftOfIt()
    {
        var table = Drawing();
        table.Pass(12);
        var written = table.Room with { Written = table.Now };
        var restored = RoomRules.Restore(written, table.Now + TimeSpan.FromMinutes(10));
        Assert.Equal(table.Now + TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(8), restored.Deadline);
        Assert.Equal(RoomPhase.Draw, restored.Phase);
        Assert.True(restored.Version > written.Version);
    }

    private static Table Drawing()
    {
        var table = new Table(people: 3);
        table.Start();
        table.PassTo(RoomPhase.Draw);
        return table;
    }
}
