using GameNight.Rooms.Game;

namespace GameNight.Tests.Rooms;

public class JuryDrawTests
{
    private const int Rooms = 20;

    [Fact]
    public void Summon_NobodyElseIsThere_HasWhoIsDoubted()
    {
        var room = Summoned(people: 4, seed: 1, Doubt.Between(2, 1));
        Assert.Equal([2, 3, 4], JurorsOf(room, 1).Order());
    }

    [Fact]
    public void Summon_FriendsOfAFriend_DoNotJudgeEachOther()
    {
        foreach (var room in Enumerable.Range(1, Rooms).Select(seed => Summoned(12, seed, Doubt.Between(1, 2), Doubt.Between(2, 3))))
        {
            Assert.All(Enumerable.Range(1, 3), seat => Assert.All(JurorsOf(room, seat), juror => Assert.InRange(juror, 4, 12)));
            Assert.All(Enumerable.Range(1, 12), seat => Assert.Equal(5, JurorsOf(room, seat).Distinct().Count()));
        }
    }

    [Fact]
    public void Summon_WhoIsPassedOver_HasHadTheTurn()
    {
        var (trusted, doubted) = (JudgedBySeatOne(), JudgedBySeatOne(Doubt.Between(1, 2)));
        // One turn in eleven would be the friend's.
        Assert.InRange(doubted, trusted * 0.8, trusted * 0.95);
    }

    [Fact]
    public void Summon_DoubtsWithMany_LeaveEachDrawingItsJurors()
    {
        // All but four are in doubt with seat 1, and so with each other.
        var room = Summoned(12, 1, [.. Enumerable.Range(2, 7).Select(seat => Doubt.Between(1, seat))]);
        Assert.All(Enumerable.Range(1, 12), seat => Assert.Equal(5, JurorsOf(room, seat).Distinct().Count()));
        Assert.All([9, 10, 11, 12], seat => Assert.Contains(seat, JurorsOf(room, 1)));
    }

    private static int JudgedBySeatOne(params Doubt[] doubts) =>
        Enumerable.Range(1, Rooms).Select(seed => Summoned(12, seed, doubts))
            .Sum(room => room.Drawings.Sum(drawing => JurorsOf(room, drawing.Seat).Count(juror => juror == 1)));

    private static IEnumerable<int> JurorsOf(Room room, int seat)
    {
        var drawing = room.Drawings.Find(drawing => drawing.Seat == seat)!.Id;
        return room.Ballots.Where(ballot => ballot.Drawing == drawing).Select(ballot => ballot.Seat);
    }

    /// <summary>A room whose first drawings are to be judged.</summary>
    private static Room Summoned(int people, int seed, params Doubt[] doubts)
    {
        var table = new Table(people, seed: seed);
        table.Start();
        table.Room = table.Room with { Doubts = [.. doubts] };
        table.PassTo(RoomPhase.Draw);
        for (var seat = 1; seat <= people; seat++)
            table.Draw(seat);
        Assert.Equal(RoomPhase.Jury, table.Room.Phase);
        return table.Room;
    }
}
