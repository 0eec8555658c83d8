using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

public class RoomRulesTests
{
    [Fact]
    public void A_game_goes_through_its_phases_and_back_to_the_lobby_with_the_same_people()
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
    public void A_phase_ends_at_its_deadline_whoever_has_not_acted()
    {
        var table = Drawing();
        table.Draw(1);
        table.Pass(19.9);
        Assert.Equal(RoomPhase.Draw, table.Room.Phase);
        table.Pass(0.1);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
    }

    [Fact]
    public void Nobody_waits_for_a_phone_that_is_away()
    {
        var table = Drawing();
        table.Away.Add(3);
        table.Draw(1);
        table.Draw(2);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
    }

    [Fact]
    public void While_all_phones_are_away_the_clock_runs_on()
    {
        var table = Drawing();
        table.Away.UnionWith([1, 2, 3]);
        table.Pass(1);
        Assert.Equal(RoomPhase.Draw, table.Room.Phase);
    }

    [Fact]
    public void A_round_in_which_nobody_draws_has_no_jury()
    {
        var table = Drawing();
        table.Pass(20);
        Assert.Equal(RoomPhase.Reveal, table.Room.Phase);
    }

    [Fact]
    public void Without_a_screen_the_game_waits_at_the_next_phase_and_goes_on_when_it_is_back()
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
    public void Who_comes_in_during_a_round_plays_from_the_next_phase_with_no_points()
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
    public void The_same_command_again_changes_nothing_and_is_answered_the_same()
    {
        var table = Drawing();
        var first = table.Do(1, _ => new LockCommand("again", On: true));
        var before = table.Room;
        var second = table.Do(1, _ => new LockCommand("again", On: true));
        Assert.Equal(first, second);
        Assert.Same(before, table.Room);
    }

    [Fact]
    public void A_refusal_is_answered_the_same_too()
    {
        var table = new Table(people: 3);
        var early = table.Do(1, _ => new VoteCommand("early", null, Guid.NewGuid(), 3));
        Assert.Equal(409, early.Status);
        Assert.Equal(early, table.Do(1, _ => new VoteCommand("early", null, Guid.NewGuid(), 3)));
    }

    [Fact]
    public void A_command_for_another_round_or_phase_is_refused_in_words()
    {
        var table = Drawing();
        Assert.Equal("That was for round 2, and this is round 1.", table.Do(1, id => new VoteCommand(id, 2, Guid.NewGuid(), 3)).Refusal);
        Assert.Equal("Not yet: wait until the screen says so.", table.Do(1, id => new VoteCommand(id, 1, Guid.NewGuid(), 3)).Refusal);
        table.PassTo(RoomPhase.Reveal);
        Assert.Equal("Time's up: the drawing came too late for this round.", table.Draw(1).Refusal);
    }

    [Fact]
    public void Nobody_draws_twice_in_a_round()
    {
        var table = Drawing();
        Assert.Null(table.Draw(1).Status);
        Assert.Equal("You've drawn already in this round.", table.Draw(1).Refusal);
        Assert.Single(table.Room.Drawings);
    }

    [Fact]
    public void Nobody_judges_what_is_not_theirs_to_judge()
    {
        var table = Drawing();
        for (var seat = 1; seat <= 3; seat++)
            table.Draw(seat);
        var own = table.Room.Drawings.Find(drawing => drawing.Seat == 1)!.Id;
        Assert.Equal(403, table.Do(1, id => new VoteCommand(id, 1, own, 3)).Status);
        Assert.Equal(404, table.Do(1, id => new VoteCommand(id, 1, Guid.NewGuid(), 3)).Status);
    }

    [Fact]
    public void Two_people_are_no_game()
    {
        var table = new Table(people: 2);
        Assert.Equal("A game needs 3 people, and only 2 are here.", table.Start().Refusal);
    }

    [Fact]
    public void After_two_idle_hours_the_room_ends()
    {
        var table = new Table(people: 3);
        table.Pass(7199);
        Assert.False(table.Room.HasEnded);
        table.Pass(1);
        Assert.True(table.Room.HasEnded);
    }

    [Fact]
    public void What_was_left_of_a_phase_when_the_game_was_killed_is_left_after_it()
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
