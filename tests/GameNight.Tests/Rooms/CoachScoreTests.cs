using System.Collections.Immutable;
using GameNight.Recognition.Guessing;
using GameNight.Rooms.Coach;
using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

/// <summary>Who judges the attacks of coach, and what that is worth.</summary>
public class CoachScoreTests
{
    private const int Rookies = 2;

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    public void Jury_OfAnAttack_HasAllTeamsEvenly(int people)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var table = Judging(people, seed);
            var teams = CoachState.Of(table.Room).Teams;
            Assert.All(table.Room.Drawings, drawing =>
            {
                var jurors = table.Room.Ballots.Where(ballot => ballot.Drawing == drawing.Id).Select(ballot => teams[ballot.Seat]);
                var counts = teams.Values.Distinct().Select(team => jurors.Count(juror => juror == team)).ToList();
                var could = teams.Values.Distinct().Select(team => teams.Count(seat => seat.Value == team && seat.Key != drawing.Seat));
                // A team whose only other member has drawn it has no more.
                Assert.True(counts.Max() - counts.Min() <= 1 || counts.Zip(could).Any(team => team.First == team.Second));
            });
        }
    }

    [Fact]
    public void Count_AgreeingJurors_GiveEverybodyInTheirTeamThirty()
    {
        var table = Judged((_, truth) => truth);
        var teams = CoachState.Of(table.Room).Teams;
        var votes = table.Room.Ballots.Where(ballot => table.Room.Drawings.Exists(drawing => drawing.Id == ballot.Drawing)).ToList();
        foreach (var (seat, team) in teams)
            Assert.Equal(30 * votes.Count(vote => teams[vote.Seat] == team), Won(table, seat, PointReason.Agreed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Count_KnownDrawing_GivesTheTeamFiftyOrTakesThem(bool isRight)
    {
        var table = Judged((_, truth) => isRight ? truth : (truth + 1) % 10);
        var drawn = table.Room.Drawings.Select(drawing => drawing.Id).ToHashSet();
        var known = table.Room.Ballots.Where(ballot => !drawn.Contains(ballot.Drawing)).ToList();
        Assert.NotEmpty(known);
        var teams = CoachState.Of(table.Room).Teams;
        foreach (var (seat, team) in teams)
            Assert.Equal((isRight ? 50 : -50) * known.Count(vote => teams[vote.Seat] == team), Won(table, seat, PointReason.Known));
    }

    [Fact]
    public void Count_VotingRivalsDown_LosesToJudging()
    {
        var honest = Judged((_, truth) => truth);
        var spoiling = Judged((ballot, truth) => TeamOf(ballot) == 0 && IsRivals(ballot) ? (truth + 1) % 10 : truth);
        Assert.True(Judging(spoiling) < Judging(honest), $"{Judging(spoiling)} is not less than {Judging(honest)}.");

        int TeamOf(Ballot ballot) => CoachState.Of(honest.Room).Teams[ballot.Seat];
        // A juror does not see whose a drawing is: what is not the own team's may be a known one.
        bool IsRivals(Ballot ballot) => honest.Room.Drawings.Find(drawing => drawing.Id == ballot.Drawing) is not { } drawing
            || CoachState.Of(honest.Room).Teams[drawing.Seat] != 0;
        int Judging(Table table) => CoachState.Of(table.Room).Teams.Where(seat => seat.Value == 0)
            .Max(seat => Won(table, seat.Key, PointReason.Agreed) + Won(table, seat.Key, PointReason.Known));
    }

    private static int Won(Table table, int seat, PointReason reason) =>
        table.Room.Ledger.Where(entry => entry.Seat == seat && entry.Reason == reason).Sum(entry => entry.Points);

    private static Table Judging(int people, int seed = 1)
    {
        var table = new Table(people, rounds: 1, seed, mode: new CoachMode());
        table.Start();
        // Nobody teaches; then all attack.
        table.Pass(5);
        table.Pass(60);
        table.Pass(15);
        for (var seat = 1; seat <= people; seat++)
            table.Draw(seat);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
        return table;
    }

    private static Table Judged(Func<Ballot, int, int?> read)
    {
        var table = Judging(people: 6);
        // All rookies read nothing, and take each attack for a zero.
        var guesses = Enumerable.Range(0, Rookies).Select(team => new Guess($"rookie-{team}", "1", [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
            .ToImmutableList();
        table.Room = table.Room with
        {
            State = CoachState.Of(table.Room) with
            {
                Exams = [.. Enumerable.Repeat(new ExamReport(0, []), Rookies)],
                Answers = table.Room.Drawings.ToImmutableDictionary(drawing => drawing.Id, _ => guesses),
            },
        };
        for (var seat = 1; seat <= 6; seat++)
            table.Judge(seat, read);
        Assert.Equal("exam", table.Rules.StepOf(table.Room)?.Name);
        return table;
    }
}
