using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>Whether people read a drawing.</summary>
public static class Readability
{
    /// <summary>
    /// What the jurors read, and whether at least two thirds of them, and at least one, name the digit that was asked for: what nobody has
    /// judged nobody has read.
    /// </summary>
    public static (IReadOnlyList<int?> Votes, bool IsReadable) Of(Room room, RoomDrawing drawing)
    {
        List<int?> votes = [.. room.Ballots.Where(ballot => ballot.Drawing == drawing.Id && ballot.IsCast).Select(ballot => ballot.Digit)];
        return (votes, votes.Count > 0 && 3 * votes.Count(digit => digit == drawing.Asked) >= 2 * votes.Count);
    }
}
