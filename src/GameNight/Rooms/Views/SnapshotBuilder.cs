using GameNight.Drawing.Strokes;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Views;

/// <summary>Says what one caller may know of a room: of other people's digits, votes and guesses nothing before the reveal.</summary>
/// <param name="rules">The room's rules.</param>
/// <param name="join">Where phones join; null where nobody but this machine can.</param>
public sealed class SnapshotBuilder(RoomRules rules, string? join)
{
    /// <summary>How many of the best drawings are shown with their strokes.</summary>
    private const int Shown = 3;

    /// <param name="room">The room.</param>
    /// <param name="version">The snapshot's version.</param>
    /// <param name="number">The caller's seat; null for the screen.</param>
    /// <param name="now">Now.</param>
    /// <param name="presence">Who is there.</param>
    public RoomSnapshot Build(Room room, long version, int? number, DateTimeOffset now, Presence presence)
    {
        var caller = room.Seats.Find(seat => seat.Number == number);
        var standings = Standings.Of(room);
        var present = room.Present.Select(seat => seat.Number).ToHashSet();
        var concerned = rules.Mode.Concerned(room).Where(present.Contains).ToHashSet();
        var reveal = rules.Mode.Reveal(room);
        var teams = rules.Mode.Teams(room);
        return new RoomSnapshot
        {
            Version = version,
            ServerTime = now,
            Code = room.Code,
            Mode = room.Mode,
            Phase = room.Phase,
            Step = rules.StepOf(room)?.Name,
            Paused = room.Pause != RoomPause.None,
            PausedBecause = room.Pause == RoomPause.None ? null : room.Pause,
            Deadline = rules.DeadlineOf(room, caller),
            Seconds = rules.LengthOf(room, caller)?.TotalSeconds,
            Game = room.Games,
            Round = room.Round,
            Rounds = room.Rounds,
            Locked = room.IsLocked,
            ScreenGone = presence.IsScreenGone,
            You = caller is null ? null : standings.For(caller, TeamOf(teams, caller.Number)),
            Players = [.. room.Present.Select(seat => standings.For(
                seat, TeamOf(teams, seat.Number), presence.Connected.Contains(seat.Number), HasActed(room, seat.Number, concerned)))],
            Progress = concerned.Count == 0
                ? null
                : new ProgressView(concerned.Count(seat => HasActed(room, seat, concerned)), concerned.Count),
            Twist = room.Twist,
            Teams = teams,
            Task = caller is null ? null : TaskOf(room, caller.Number),
            Reveal = reveal is null ? null : [.. reveal.Select((drawing, index) => View(drawing, index, caller))],
            Machines = teams is not null || (room.Ledger.IsEmpty && reveal is null) ? null : MachinesOf(room),
            JuryPoints = caller is null || reveal is null || (teams is not null && room.Ballots.IsEmpty)
                ? null
                : JuryOf(room, caller.Number),
            Podium = room.Phase == RoomPhase.Podium ? standings.Podium() : null,
            Awards = room.Phase == RoomPhase.Podium ? AwardsOf(room) : null,
            Join = join,
        };
    }

    private static int? TeamOf(IReadOnlyList<Team>? teams, int seat) => teams?.FirstOrDefault(team => team.Seats.Contains(seat))?.Number;

    private bool HasActed(Room room, int seat, HashSet<int> concerned) => concerned.Contains(seat) && !rules.Mode.HasToAct(room, seat);

    private TaskView? TaskOf(Room room, int seat)
    {
        if (!rules.Mode.HasToAct(room, seat))
            return null;
        if (rules.Mode.TaskOf(room, seat)?.Asked is { } digit)
            return new DrawTaskView(digit, rules.Mode.Left(room, seat));
        var open = room.Ballots.Where(ballot => ballot.Seat == seat && !ballot.IsCast).Select(ballot => ballot.Drawing);
        return new VoteTaskView([.. open.Select(drawing => new BallotView(drawing, InkOf(room, drawing)))]);
    }

    /// <summary>
    /// The ink of a drawing without its times, by which one that the game has drawn itself could be told from the others.
    /// </summary>
    private static Ink InkOf(Room room, Guid drawing)
    {
        var ink = room.Drawings.Find(one => one.Id == drawing)?.Play.Ink ?? room.Known.Find(known => known.Id == drawing)?.Ink
            ?? throw new InvalidOperationException($"There is a vote to give on {drawing}, which is not in the room {room.Code}.");
        return Ink.FromStrokes([.. ink.ToStrokes().Select(stroke => Array.ConvertAll(stroke, point => point[..2]))]);
    }

    private static RevealView View(RevealedDrawing revealed, int index, Seat? caller) => new(
        revealed.Drawing.Id, revealed.Drawing.Seat, revealed.Drawing.Asked, revealed.IsReadable, revealed.Votes,
        [.. revealed.Guesses.Select(guess => new GuessView(guess.Algorithm, guess.Digit, guess.Confidence))],
        revealed.Fooled, revealed.Points,
        index < Shown || revealed.Drawing.Seat == caller?.Number ? revealed.Drawing.Play.Ink : null);

    private static MachinesView MachinesOf(Room room)
    {
        var (machines, people) = (Of(PointReason.Read), Of(PointReason.Fooled));
        return new MachinesView(Sum(machines), Sum(Now(machines)), Sum(people), Sum(Now(people)));

        List<PointEntry> Of(PointReason reason) => room.Ledger.FindAll(entry => entry.Reason == reason).ToList();
        IEnumerable<PointEntry> Now(List<PointEntry> entries) => entries.Where(entry => entry.Round == room.Round);
        static int Sum(IEnumerable<PointEntry> entries) => entries.Sum(entry => entry.Points);
    }

    private static JuryView JuryOf(Room room, int seat)
    {
        var entries = room.Ledger.FindAll(
            entry => entry.Seat == seat && entry.Round == room.Round && entry.Reason is PointReason.Agreed or PointReason.Known);
        return new JuryView(
            entries.Count(entry => entry.Reason == PointReason.Agreed),
            entries.Count(entry => entry is { Reason: PointReason.Known, Points: > 0 }),
            entries.Count(entry => entry is { Reason: PointReason.Known, Points: < 0 }),
            entries.Sum(entry => entry.Points));
    }

    private IReadOnlyList<AwardView> AwardsOf(Room room) =>
    [
        .. from award in rules.Mode.Awards(room)
           let seat = room.Seats.Find(seat => seat.Number == award.Seat)
           where seat is not null
           select new AwardView(award.Title, seat.Number, seat.Name, award.Why),
    ];
}
