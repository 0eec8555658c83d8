using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Play.Fool;
using GameNight.Rooms.Game;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;
using GameNight.Training.SyntheticInk;

namespace GameNight.Rooms.Live;

/// <summary>
/// Drawings whose digit is known, by which jurors' attention is seen: what other people drew here and nobody doubts; where that is too
/// little, digits that the game draws itself.
/// </summary>
public sealed class KnownDrawings(ScoreboardProjection projection, IObservationStore store, ReplayOptions replays) : IRoomPreparation
{
    /// <summary>A room has at least so many before a round: one for every juror of a full one.</summary>
    private const int Enough = 40;

    /// <inheritdoc/>
    public async Task<Func<Room, Room>?> FindAsync(Room room, CancellationToken cancellation)
    {
        var missing = Enough - room.Known.Count;
        if (missing <= 0 || room.Phase is RoomPhase.Draw or RoomPhase.Jury)
            return null;
        var found = await FindAsync(missing, room, cancellation);
        return now => now with { Known = now.Known.AddRange(found) };
    }

    /// <summary>Finds drawings that were made by others than the room's people, and that the room does not know.</summary>
    /// <param name="count">How many.</param>
    /// <param name="room">The room.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Storage.StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<KnownDrawing>> FindAsync(int count, Room room, CancellationToken cancellation)
    {
        var random = Random.Shared;
        var players = room.Seats.Select(seat => seat.Player).ToHashSet();
        var found = new List<KnownDrawing>();
        if (replays.Enabled)
        {
            int[] rows = [.. JuryDocket.Of(projection.Table, player: "").Known];
            random.Shuffle(rows);
            foreach (var id in await projection.FindIdsAsync([.. rows.Take(2 * count)], cancellation))
            {
                if (found.Count < count
                    && await store.FindAsync(id, cancellation) is { Excluded: false, Ink: { } ink, Label.Digit: var digit } drawing
                    && !players.Contains(drawing.Player) && !room.Known.Exists(known => known.Ink.Equals(ink)))
                {
                    found.Add(new KnownDrawing(Guid.NewGuid(), ink, digit, new KnownSource(id, drawing.Player, drawing.Time)));
                }
            }
        }

        while (found.Count < count)
        {
            // All digits as often.
            var digit = found.Count % 10;
            found.Add(new KnownDrawing(Guid.NewGuid(), Rounded(StrokeSkeletons.Draw(digit, random)), digit));
        }

        return found;
    }

    /// <summary>As fine as a pad draws: all of it is written with the room, at every vote.</summary>
    private static Ink Rounded(Ink ink) =>
        Ink.FromStrokes([.. ink.ToStrokes().Select(stroke => stroke.Select(point => point.Select(value => Math.Round(value, 1)).ToArray())
            .ToArray())]);
}
