using GameNight.Observations.Store;
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
        if (room.Kicked.ContainsKey(player))
            throw RoomRefusedException.Forbidden("You were kicked from this room. Ask at the screen if that was a mistake.");
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
        var added = new Seat(room.NextSeat, player, read, isWatching, Since: now);
        return Changed(room with { Seats = room.Seats.Add(added), NextSeat = room.NextSeat + 1 }, now);
    }

    /// <summary>The room as a game begins: who came first draws, those who watched move up, who has left has no seat any more.</summary>
    private static Room WithPlaces(Room room) => room with
    {
        Seats = [.. room.Present.Select((seat, place) => seat with { IsWatching = place >= MostDrawers })],
    };

    /// <summary>The room without what players want to have deleted, or without what is older than it is kept.</summary>
    /// <param name="room">The room.</param>
    /// <param name="isErased">Whether what a player did at a time is deleted.</param>
    /// <param name="drawings">The ids of observations that are deleted.</param>
    /// <returns>The same room where there is nothing of it.</returns>
    public Room Forget(Room room, Func<string, DateTimeOffset, bool> isErased, IReadOnlySet<Guid> drawings)
    {
        List<Seat> seats = [.. room.Seats.Where(seat => isErased(seat.Player, seat.Since))];
        List<string> kicked = [.. room.Kicked.Where(kick => isErased(kick.Key, kick.Value)).Select(kick => kick.Key)];
        var known = room.Known.Where(one => one.Source is { } source
            && (isErased(source.Player, source.Time) || drawings.Contains(source.Observation))).Select(one => one.Id).ToHashSet();
        var isJudgedErased = room.Judged.Exists(play => isErased(play.Player, play.Time) || play.Votes.Any(IsErased));
        if (seats.Count + kicked.Count + known.Count == 0 && !isJudgedErased)
            return room;
        var forgotten = room with
        {
            Kicked = room.Kicked.RemoveRange(kicked),
            Known = room.Known.RemoveAll(one => known.Contains(one.Id)),
            Ballots = room.Ballots.RemoveAll(ballot => known.Contains(ballot.Drawing)),
            Judged = room.Judged.RemoveAll(play => isErased(play.Player, play.Time)).ConvertAll(WithoutErased),
            Version = room.Version + 1,
        };
        return seats.Aggregate(forgotten, (now, seat) => mode.Forget(Without(now, seat.Number), seat.Number));

        Observation WithoutErased(Observation play) =>
            play.Votes.Any(IsErased) ? play with { Votes = [.. play.Votes.Where(vote => !IsErased(vote))] } : play;
        bool IsErased(Vote vote) => isErased(vote.Player, vote.Time);
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
            Doubts = room.Doubts.RemoveAll(doubt => doubt.One == seat || doubt.Other == seat),
        };
    }

    private static void RequireFree(Room room, int? seat, string name)
    {
        var skeleton = SeatName.Skeleton(name);
        if (room.Present.Any(other => other.Number != seat && SeatName.Skeleton(other.Name) == skeleton))
            throw RoomRefusedException.Conflict($"Somebody here is called {name} already, or looks like it. Choose another name.");
    }
}
