using GameNight.Rooms.Fool;
using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

public class FoolScoreTests
{
    [Fact]
    public void Reveal_ReadableDrawing_GivesAHundredForEachFooledMachineAndForASureOne()
    {
        var table = Judged(digit => [(digit + 1) % 10, digit], (_, truth) => truth);
        var drawing = table.Mode.Reveal(table.Room)!.Single(drawing => drawing.Drawing.Seat == 1);
        Assert.True(drawing.IsReadable);
        Assert.Equal(["machine-0"], drawing.Fooled);
        Assert.Equal(200, drawing.Points);
        Assert.Contains(table.Room.Ledger, entry => entry is { Seat: 1, Reason: PointReason.Fooled, Points: 200 });
    }

    [Fact]
    public void Count_UnreadableDrawing_GivesNobodyAnything()
    {
        var table = Judged(digit => [(digit + 1) % 10, digit], (_, _) => null);
        Assert.DoesNotContain(table.Room.Ledger, entry => entry.Reason is PointReason.Fooled or PointReason.Read);
    }

    [Fact]
    public void Count_MachineReadsReadableDrawing_GetsAHundred()
    {
        var table = Judged(digit => [(digit + 1) % 10, digit], (_, truth) => truth);
        Assert.Equal(400, table.Room.Ledger.Where(entry => entry.Machine == "machine-1").Sum(entry => entry.Points));
        Assert.DoesNotContain(table.Room.Ledger, entry => entry.Machine == "machine-0");
    }

    [Fact]
    public void Reveal_JurorsWhoRead_TwoThirdsAreEnoughAndHalfAreNot()
    {
        var table = Drawn(4);
        var drawing = table.Room.Drawings[0];
        List<Ballot> jurors = [.. table.Room.Ballots.Where(ballot => ballot.Drawing == drawing.Id)];
        Assert.Equal(3, jurors.Count);
        foreach (var (ballot, index) in jurors.Select((ballot, index) => (ballot, index)))
        {
            table.Do(ballot.Seat, id => new VoteCommand(id, 1, drawing.Id, index < 2 ? drawing.Asked : null));
            var reveal = FoolScore.Reveal(table.Room).Single(one => one.Drawing.Id == drawing.Id);
            Assert.True(reveal.IsReadable);
        }

        var room = table.Room with
        {
            Ballots = table.Room.Ballots.Remove(table.Room.Ballots.Find(
            ballot => ballot.Drawing == drawing.Id && ballot.Digit == drawing.Asked)!)
        };
        Assert.False(FoolScore.Reveal(room).Single(one => one.Drawing.Id == drawing.Id).IsReadable);
    }

    [Fact]
    public void Count_JurorAgreesWithMost_GetsThirty()
    {
        var table = Drawn(4);
        var drawing = table.Room.Drawings[0];
        List<int> jurors = [.. table.Room.Ballots.Where(ballot => ballot.Drawing == drawing.Id).Select(ballot => ballot.Seat)];
        foreach (var (seat, digit) in jurors.Zip<int, int?>([4, 4, null]))
            table.Do(seat, id => new VoteCommand(id, 1, drawing.Id, digit));
        table.PassTo(RoomPhase.Reveal);
        List<int> paid = [.. table.Room.Ledger.Where(entry => entry.Reason == PointReason.Agreed).Select(entry => entry.Seat!.Value)];
        Assert.Equal(jurors[..2].Order(), paid.Order());
    }

    [Fact]
    public void Count_KnownDrawing_GivesFiftyOrTakesThem()
    {
        var right = Judged(digit => [digit], (_, truth) => truth);
        var wrong = Judged(digit => [digit], (_, truth) => (truth + 1) % 10);
        var known = right.Room.Ledger.Where(entry => entry.Reason == PointReason.Known).ToList();
        Assert.NotEmpty(known);
        Assert.All(known, entry => Assert.Equal(50, entry.Points));
        Assert.All(wrong.Room.Ledger.Where(entry => entry.Reason == PointReason.Known), entry => Assert.Equal(-50, entry.Points));
    }

    [Fact]
    public void Count_TwoAgree_StoresTheLabel()
    {
        var table = Judged(digit => [digit], (_, truth) => truth);
        Assert.Equal(4, table.Room.Judged.Count);
        Assert.All(table.Room.Judged, play =>
        {
            Assert.Equal(play.Task!.Asked, play.Label!.Digit);
            Assert.Equal("jury", play.Label.By);
            Assert.Equal(3, play.Votes.Count);
        });
    }

    [Fact]
    public void Count_WhoAloneReadsWhatOthersCannot_IsNotGivenThatDrawerAgain()
    {
        var table = Drawn(8);
        var drawer = table.Room.Drawings[0].Seat;
        var friend = table.Room.Ballots.Find(ballot => ballot.Drawing == table.Room.Drawings[0].Id)!.Seat;
        for (var round = 1; ; round++)
        {
            var drawing = table.Room.Drawings.Find(one => one.Seat == drawer)!.Id;
            Assert.Equal(3, table.Room.Ballots.Count(ballot => ballot.Drawing == drawing));
            if (round > 1)
                Assert.DoesNotContain(table.Room.Ballots, ballot => ballot.Drawing == drawing && ballot.Seat == friend);
            for (var seat = 1; seat <= 8; seat++)
                table.Judge(seat, (ballot, truth) => ballot.Drawing == drawing && ballot.Seat != friend ? null : truth);
            Assert.Equal([Doubt.Between(friend, drawer)], table.Room.Doubts);
            if (round == 5)
                return;
            table.PassTo(RoomPhase.Draw);
            for (var seat = 1; seat <= 8; seat++)
                table.Draw(seat);
        }
    }

    [Fact]
    public void Count_OthersMisreadKnownDrawings_BringNobodyIntoDoubt()
    {
        var table = Drawn(8);
        var drawing = table.Room.Drawings[0];
        var honest = table.Room.Ballots.Find(ballot => ballot.Drawing == drawing.Id)!.Seat;
        // All others have misread one before.
        var others = Enumerable.Range(1, 8).Where(seat => seat != honest);
        table.Room = table.Room with
        {
            Ledger = [.. others.Select(seat => new PointEntry(1, seat, Machine: null, PointReason.Known, -500))],
        };
        for (var seat = 1; seat <= 8; seat++)
            table.Judge(seat, (ballot, truth) => ballot.Seat == honest ? truth : null);
        Assert.Empty(table.Room.Doubts);
    }

    private static Table Drawn(int people, Func<int, int[]>? guesses = null)
    {
        var table = new Table(people);
        table.Start();
        table.PassTo(RoomPhase.Draw);
        for (var seat = 1; seat <= people; seat++)
            table.Draw(seat, guesses);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
        return table;
    }

    private static Table Judged(Func<int, int[]> guesses, Func<Ballot, int, int?> read)
    {
        var table = Drawn(4, guesses);
        for (var seat = 1; seat <= 4; seat++)
            table.Judge(seat, read);
        Assert.Equal(RoomPhase.Reveal, table.Room.Phase);
        return table;
    }
}
