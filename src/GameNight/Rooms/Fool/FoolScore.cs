using GameNight.Jury;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>What a round is worth, for those who draw, those who judge, and the machines.</summary>
public static class FoolScore
{
    /// <summary>For a juror who says what most of the others say of a drawing.</summary>
    public const int Agreement = 30;

    /// <summary>For a juror who reads a drawing whose digit is known; taken from one who doesn't.</summary>
    public const int Known = 50;

    /// <summary>For a machine that reads a drawing which people read, too.</summary>
    public const int Read = 100;

    /// <summary>The room with the round's points in its ledger.</summary>
    public static Room Count(Room room)
    {
        var entries = new List<PointEntry>();
        foreach (var drawing in Reveal(room).Where(drawing => drawing.IsReadable))
        {
            var id = drawing.Drawing.Id;
            if (drawing.Points > 0)
                entries.Add(new PointEntry(room.Round, drawing.Drawing.Seat, Machine: null, PointReason.Fooled, drawing.Points, id));
            entries.AddRange(drawing.Guesses.Where(guess => guess.Digit == drawing.Drawing.Asked)
                .Select(guess => new PointEntry(room.Round, Seat: null, guess.Algorithm, PointReason.Read, Read, id)));
        }

        entries.AddRange(room.Ballots.Where(ballot => ballot.IsCast).Select(ballot => Judge(room, ballot)).OfType<PointEntry>());
        // A known drawing is shown in one round.
        var shown = room.Ballots.Select(ballot => ballot.Drawing).ToHashSet();
        return JudgedDrawing.Store(room) with
        {
            Ledger = room.Ledger.AddRange(entries),
            Known = room.Known.RemoveAll(known => shown.Contains(known.Id)),
        };
    }

    /// <summary>The round's drawings, the one with the most points first.</summary>
    public static IReadOnlyList<RevealedDrawing> Reveal(Room room) =>
    [
        .. room.Drawings.Select(drawing => Reveal(room, drawing))
            .OrderByDescending(drawing => drawing.Points).ThenByDescending(drawing => drawing.IsReadable)
            .ThenByDescending(drawing => drawing.Fooled.Count).ThenBy(drawing => drawing.Drawing.Seat),
    ];

    private static RevealedDrawing Reveal(Room room, RoomDrawing drawing)
    {
        var (votes, isReadable) = Readability.Of(room, drawing);
        var machines = FoolPoints.Machines(drawing.Play.Guesses);
        var fooled = machines.Where(guess => guess.Digit != drawing.Asked).Select(guess => guess.Algorithm).ToList();
        var points = isReadable ? FoolPoints.For(drawing.Asked, drawing.Play.Guesses) : 0;
        return new RevealedDrawing(drawing, votes, isReadable, machines, fooled, points);
    }

    /// <summary>What a vote is worth; null for nothing.</summary>
    private static PointEntry? Judge(Room room, Ballot ballot)
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
