using GameNight.Jury;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>What a round is worth, for those who draw, those who judge, and the machines.</summary>
public static class FoolScore
{
    /// <summary>For a machine that reads a drawing which people read, too.</summary>
    public const int Read = 100;

    /// <summary>The room with the round's points in its ledger.</summary>
    public static Room Count(Room room)
    {
        var (entries, revealed) = (new List<PointEntry>(), Reveal(room));
        foreach (var drawing in revealed.Where(drawing => drawing.IsReadable))
        {
            var id = drawing.Drawing.Id;
            if (drawing.Points > 0)
                entries.Add(new PointEntry(room.Round, drawing.Drawing.Seat, Machine: null, PointReason.Fooled, drawing.Points, id));
            entries.AddRange(drawing.Guesses.Where(guess => guess.Digit == drawing.Drawing.Asked)
                .Select(guess => new PointEntry(room.Round, Seat: null, guess.Algorithm, PointReason.Read, Read, id)));
        }

        entries.AddRange(JurorScore.Of(room));
        // A known drawing is shown in one round.
        var shown = room.Ballots.Select(ballot => ballot.Drawing).ToHashSet();
        var counted = room with { Ledger = room.Ledger.AddRange(entries) };
        return JudgedDrawing.Store(counted) with
        {
            Known = room.Known.RemoveAll(known => shown.Contains(known.Id)),
            Doubts = JurorDoubts.After(counted, revealed),
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
}
