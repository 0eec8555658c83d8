using GameNight.Rooms.Names;

namespace GameNight.Rooms.Game;

/// <content>Who comes in.</content>
public sealed partial class RoomRules
{
    /// <summary>How many people draw.</summary>
    public const int MostDrawers = 40;

    /// <summary>How many people there are in a room at most; those beyond the drawers watch and vote.</summary>
    public const int MostSeats = 200;

    /// <summary>How many people a game needs.</summary>
    public const int FewestSeats = 3;

    /// <summary>Gives a player a seat, or the one that the player has.</summary>
    /// <param name="room">The room.</param>
    /// <param name="player">The player's id.</param>
    /// <param name="name">As it was typed. Another one than before changes the seat's name.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="RoomRefusedException">There is no seat for the player, or not with that name.</exception>
    public static Room Join(Room room, string player, string? name, DateTimeOffset now)
    {
        if (room.HasEnded)
            throw RoomRefusedException.NotFound("This room has ended.");
        if (room.Kicked.Contains(player))
            throw RoomRefusedException.Forbidden("You were removed from this room. Ask at the screen if that was a mistake.");
        if (!SeatName.TryRead(name, out var read, out var trouble))
            throw RoomRefusedException.Invalid("name", trouble!);
        if (room.SeatOf(player) is { } seat)
        {
            if (seat.Name == read && !seat.HasLeft)
                return room;
            RequireFree(room, seat.Number, read);
            var isFull = seat.HasLeft && room.Present.Count(other => !other.IsWatching) >= MostDrawers;
            return Changed(room.With(seat with { Name = read, HasLeft = false, IsWatching = seat.IsWatching || isFull }), now);
        }

        if (room.IsLocked)
            throw RoomRefusedException.Conflict("This room is locked. Ask at the screen to let you in.");
        if (room.Seats.Count >= MostSeats)
            throw RoomRefusedException.Conflict($"This room is full: {MostSeats} people are here.");
        RequireFree(room, null, read);
        var isWatching = room.Present.Count(other => !other.IsWatching) >= MostDrawers;
        return Changed(
            room with { Seats = room.Seats.Add(new Seat(room.NextSeat, player, read, isWatching)), NextSeat = room.NextSeat + 1 }, now);
    }

    /// <summary>The room as a game begins: who came first draws, and those who watched move up.</summary>
    private static Room WithPlaces(Room room)
    {
        var drawers = room.Present.Take(MostDrawers).Select(seat => seat.Number).ToHashSet();
        return room with { Seats = room.Seats.ConvertAll(seat => seat with { IsWatching = !drawers.Contains(seat.Number) }) };
    }

    /// <summary>The room without everything of a player, who wants to be forgotten.</summary>
    public Room Forget(Room room, string player)
    {
        var judged = room.Judged.RemoveAll(play => play.Player == player)
            .ConvertAll(play => play with { Votes = [.. play.Votes.Where(vote => vote.Player != player)] });
        var forgotten = room with { Judged = judged, Kicked = room.Kicked.Remove(player), Version = room.Version + 1 };
        return room.SeatOf(player) is { } seat ? mode.Forget(Without(forgotten, seat.Number), seat.Number) : forgotten;
    }

    private static Room Changed(Room room, DateTimeOffset now) => room with { Version = room.Version + 1, LastAct = now };

    /// <summary>The room without a seat, what it has drawn and said, and its points.</summary>
    private static Room Without(Room room, int seat)
    {
        var drawn = room.Drawings.Where(drawing => drawing.Seat == seat).Select(drawing => drawing.Id).ToHashSet();
        return room with
        {
            Seats = room.Seats.RemoveAll(other => other.Number == seat),
            Asked = room.Asked.Remove(seat),
            Drawings = room.Drawings.RemoveAll(drawing => drawing.Seat == seat),
            Ballots = room.Ballots.RemoveAll(ballot => ballot.Seat == seat || drawn.Contains(ballot.Drawing)),
            Ledger = room.Ledger.RemoveAll(entry => entry.Seat == seat),
            Answers = room.Answers.RemoveAll(answer => answer.Caller == seat),
        };
    }

    private static void RequireFree(Room room, int? seat, string name)
    {
        var skeleton = SeatName.Skeleton(name);
        if (room.Seats.Exists(other => other.Number != seat && SeatName.Skeleton(other.Name) == skeleton))
            throw RoomRefusedException.Conflict($"Somebody here is called {name} already, or looks like it. Choose another name.");
    }
}
