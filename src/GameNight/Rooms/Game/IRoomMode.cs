using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;

namespace GameNight.Rooms.Game;

/// <summary>
/// The rules of a game for a room: which steps a round has, what each asks of whom, and what it is worth. Everything here is decided from
/// the room alone, without time, files or chance of its own (<see cref="Room.Chance"/>), so that it can be tested without a server.
/// </summary>
public interface IRoomMode
{
    /// <summary>By which it is opened, such as <c>fool</c>.</summary>
    string Id { get; }

    /// <summary>How many rounds a game has where nobody says otherwise.</summary>
    int UsualRounds { get; }

    /// <summary>The mode's own part of a room; null where it needs none.</summary>
    Type? StateType { get; }

    /// <summary>The steps of a round, in order.</summary>
    IReadOnlyList<RoomStep> Steps { get; }

    /// <summary>The room as a step begins: tasks are dealt, points are given.</summary>
    /// <param name="room">The room, already in that step.</param>
    /// <param name="connected">The seats whose phones are there.</param>
    Room Begin(Room room, IReadOnlySet<int> connected);

    /// <summary>The seats that have, or had, something to do in the step that goes on.</summary>
    IEnumerable<int> Concerned(Room room);

    /// <summary>How many things a seat has left to do in the step that goes on: drawings to make, or drawings to judge.</summary>
    int Left(Room room, int seat);

    /// <summary>Whether a seat has something left to do in the step that goes on.</summary>
    bool HasToAct(Room room, int seat) => Left(room, seat) > 0;

    /// <summary>What a seat is to draw in the step that goes on; null where it has nothing to draw.</summary>
    DrawingTask? TaskOf(Room room, int seat);

    /// <summary>The room with a drawing that a seat has made for its task.</summary>
    Room Take(Room room, int seat, Observation play);

    /// <summary>Whether the step that goes on may end, or waits for what is prepared for it.</summary>
    bool MayEnd(Room room) => true;

    /// <summary>The room as it ends for good: what was drawn and has not been judged is to be stored all the same.</summary>
    Room Close(Room room);

    /// <summary>The room without what the mode keeps of a seat, whose player wants to be forgotten.</summary>
    Room Forget(Room room, int seat) => room;

    /// <summary>Why a seat's ink is not what the round asks for; null where it is.</summary>
    string? Refuse(Room room, Ink ink);

    /// <summary>The teams that people play in; null where everybody plays alone.</summary>
    IReadOnlyList<Team>? Teams(Room room);

    /// <summary>What is shown of the drawings once the step has come that shows them, the best first; null before.</summary>
    IReadOnlyList<RevealedDrawing>? Reveal(Room room);

    /// <summary>Titles for people besides the winner, at the end of a game.</summary>
    IReadOnlyList<Award> Awards(Room room);
}
