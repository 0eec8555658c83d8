using System.Collections.Immutable;
using GameNight.Recognition.Guessing;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Coach;

/// <summary>What the mode coach keeps of a game.</summary>
public sealed record CoachState : ModeState
{
    /// <summary>The team of each seat, from 0.</summary>
    public ImmutableSortedDictionary<int, int> Teams { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>All that was taught in this game. The rookies follow from it.</summary>
    public ImmutableList<Lesson> Lessons { get; init; } = [];

    /// <summary>How this round's exams went, a report for each team; empty until they were held.</summary>
    public ImmutableList<ExamReport> Exams { get; init; } = [];

    /// <summary>What each team's rookie says of each drawing of this round's attack; empty until they were asked.</summary>
    public ImmutableDictionary<Guid, ImmutableList<Guess>> Answers { get; init; } = ImmutableDictionary<Guid, ImmutableList<Guess>>.Empty;

    /// <summary>The last round whose points are in the ledger.</summary>
    public int Counted { get; init; }

    /// <summary>How many teams there are.</summary>
    public int Count => Teams.IsEmpty ? 0 : Teams.Values.Max() + 1;

    public override IEnumerable<RoomPart> GetParts() => Lessons.Select(lesson => new RoomPart(lesson.Id, lesson.Pixels));

    public override ModeState WithParts(IReadOnlyDictionary<Guid, byte[]> parts) => this with
    {
        Lessons = [.. Lessons.Where(lesson => parts.ContainsKey(lesson.Id)).Select(lesson => lesson with { Pixels = parts[lesson.Id] })],
    };

    /// <summary>The state of a room; an empty one where the game has not begun.</summary>
    public static CoachState Of(Room room) => room.State as CoachState ?? new CoachState();
}
