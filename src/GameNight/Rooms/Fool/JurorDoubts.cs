using System.Collections.Immutable;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>
/// Finds out who may have told each other their digits: who reads what nobody else can. It takes no points away; who is in doubt, with or
/// without a reason, is passed over where a friend's drawing is to be judged. Doubts end with the game.
/// </summary>
internal static class JurorDoubts
{
    /// <summary>So many who judge honestly and read something else make a doubt.</summary>
    private const int Fewest = 2;

    /// <summary>Whether two seats are in doubt: directly, or as friends of one friend, who tells a digit to all of them.</summary>
    public static bool Has(Room room, int one, int other) =>
        room.Doubts.Contains(Doubt.Between(one, other)) || room.Seats.Exists(friend =>
            room.Doubts.Contains(Doubt.Between(one, friend.Number)) && room.Doubts.Contains(Doubt.Between(friend.Number, other)));

    /// <summary>The doubts after a round.</summary>
    /// <param name="room">The room, with the round's points in its ledger.</param>
    /// <param name="drawings">The round's drawings.</param>
    public static ImmutableList<Doubt> After(Room room, IReadOnlyList<RevealedDrawing> drawings)
    {
        var known = room.Ledger.Where(entry => entry is { Reason: PointReason.Known, Seat: not null })
            .ToLookup(entry => entry.Seat!.Value, entry => entry.Points);
        var found = from revealed in drawings
                    where !revealed.IsReadable
                    let drawing = revealed.Drawing
                    let votes = room.Ballots.FindAll(ballot => ballot.IsCast && ballot.Drawing == drawing.Id)
                    where votes.Count(vote => vote.Digit != drawing.Asked && IsHonest(vote.Seat)) >= Fewest
                    from vote in votes
                    where vote.Digit == drawing.Asked
                    select Doubt.Between(vote.Seat, drawing.Seat);
        return [.. room.Doubts.Union(found)];

        // Those who misread known drawings would bring honest jurors into doubt, and judge in their place.
        bool IsHonest(int seat) => known[seat].Sum() >= 0;
    }
}
