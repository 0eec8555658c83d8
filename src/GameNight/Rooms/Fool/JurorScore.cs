using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>What judging is worth: by their points, jurors look before they vote.</summary>
public static class JurorScore
{
    /// <summary>For a juror who says what most of the others say of a drawing.</summary>
    public const int Agreement = 30;

    /// <summary>For a juror who reads a drawing whose digit is known; taken from one who doesn't.</summary>
    public const int Known = 50;

    /// <summary>What the round's votes are worth, an entry for each that is worth something.</summary>
    public static IEnumerable<PointEntry> Of(Room room) =>
        room.Ballots.Where(ballot => ballot.IsCast).Select(ballot => Of(room, ballot)).OfType<PointEntry>();

    private static PointEntry? Of(Room room, Ballot ballot)
    {
        if (room.Known.Find(known => known.Id == ballot.Drawing) is { } known)
        {
            var points = ballot.Digit == known.Digit ? Known : -Known;
            return new PointEntry(room.Round, ballot.Seat, Machine: null, PointReason.Known, points, ballot.Drawing);
        }

        var others = room.Ballots.Where(other => other.Drawing == ballot.Drawing && other.Seat != ballot.Seat && other.IsCast).ToList();
        var agreeing = others.Count(other => other.Digit == ballot.Digit);
        // Half of the others make a majority with the juror's own voice.
        return agreeing > 0 && 2 * agreeing >= others.Count
            ? new PointEntry(room.Round, ballot.Seat, Machine: null, PointReason.Agreed, Agreement, ballot.Drawing)
            : null;
    }
}
