using GameNight.Jury;
using GameNight.Observations.Store;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Fool;

/// <summary>A drawing as it is stored after its round.</summary>
public static class JudgedDrawing
{
    /// <summary>The room with the drawings of its round among those that are to be stored.</summary>
    public static Room Store(Room room) =>
        room with { Judged = room.Judged.AddRange(room.Drawings.Select(drawing => Of(room, drawing))) };

    /// <summary>The drawing with what people said of it, and what enough of them agreed on as its label.</summary>
    public static Observation Of(Room room, RoomDrawing drawing)
    {
        var votes = from ballot in room.Ballots
                    where ballot.Drawing == drawing.Id && ballot.IsCast
                    orderby ballot.Time
                    select new Vote(room.Seats.Find(seat => seat.Number == ballot.Seat)!.Player, ballot.Digit, ballot.Time!.Value);
        var judged = drawing.Play with { Votes = [.. votes] };
        return JuryVerdict.Of(judged) is { IsFinal: true, Digit: { } digit }
            ? judged with { Label = new Label(digit, JuryVerdict.Author, judged.Votes[^1].Time) }
            : judged;
    }
}
