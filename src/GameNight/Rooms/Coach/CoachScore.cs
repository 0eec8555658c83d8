using System.Collections.Immutable;
using GameNight.Rooms.Fool;
using GameNight.Rooms.Game;

namespace GameNight.Rooms.Coach;

/// <summary>What a round of coaching is worth. Everybody in a team gets what the team gets.</summary>
public static class CoachScore
{
    /// <summary>For each per cent of the exam.</summary>
    public const int Percent = 5;

    /// <summary>For an attack that the own rookie reads.</summary>
    public const int Defended = 50;

    /// <summary>For a readable attack that a rival's rookie misreads.</summary>
    public const int Attacked = 100;

    /// <summary>How many of a rookie's mistakes are shown.</summary>
    private const int ShownMixes = 3;

    /// <summary>
    /// The room with the round's points in its ledger, once the exam has begun and the rookies have sat it; whichever comes last counts.
    /// </summary>
    public static Room Count(Room room)
    {
        var state = CoachState.Of(room);
        if (state.Counted == room.Round || state.Exams.IsEmpty || room.Drawings.Exists(drawing => !state.Answers.ContainsKey(drawing.Id)))
            return room;
        var entries = new List<PointEntry>();
        for (var team = 0; team < state.Count; team++)
            Give(team, PointReason.Exam, Percent * state.Exams[team].Correct * 100 / ExamReport.Questions, drawing: null);
        foreach (var drawing in Reveal(room).Where(drawing => drawing.IsReadable))
        {
            var attacker = state.Teams[drawing.Drawing.Seat];
            for (var rival = 0; rival < state.Count; rival++)
            {
                if (rival == attacker)
                    continue;
                if (state.Answers[drawing.Drawing.Id][rival].Digit == drawing.Drawing.Asked)
                    Give(rival, PointReason.Defended, Defended, drawing.Drawing.Id);
                else
                    Give(attacker, PointReason.Attacked, Attacked, drawing.Drawing.Id);
            }
        }

        // Judging counts as everywhere, so that nobody votes a rival down for nothing.
        foreach (var vote in JurorScore.Of(room))
        {
            if (state.Teams.TryGetValue(vote.Seat!.Value, out var team))
                Give(team, vote.Reason, vote.Points, vote.Drawing);
        }

        // A known drawing is shown in one round.
        var shown = room.Ballots.Select(ballot => ballot.Drawing).ToHashSet();
        return room with
        {
            Ledger = room.Ledger.AddRange(entries),
            Known = room.Known.RemoveAll(known => shown.Contains(known.Id)),
            State = state with { Counted = room.Round },
        };

        void Give(int team, PointReason reason, int points, Guid? drawing) => entries.AddRange(
            from seat in state.Teams
            where seat.Value == team && room.Seats.Exists(one => one.Number == seat.Key)
            select new PointEntry(room.Round, seat.Key, Machine: null, reason, points, drawing));
    }

    /// <summary>The attacks, the one that has fooled most rookies first; the guesses are the rivals' rookies'.</summary>
    public static IReadOnlyList<RevealedDrawing> Reveal(Room room)
    {
        var state = CoachState.Of(room);
        return
        [
            .. room.Drawings.Where(drawing => state.Answers.ContainsKey(drawing.Id)).Select(View)
                .OrderByDescending(drawing => drawing.Points).ThenByDescending(drawing => drawing.IsReadable)
                .ThenBy(drawing => drawing.Drawing.Seat),
        ];

        RevealedDrawing View(RoomDrawing drawing)
        {
            var own = state.Teams.GetValueOrDefault(drawing.Seat, -1);
            var rivals = state.Answers[drawing.Id].Where((_, team) => team != own).ToList();
            var fooled = rivals.Where(guess => guess.Digit != drawing.Asked).Select(guess => guess.Algorithm).ToList();
            var (votes, isReadable) = Readability.Of(room, drawing);
            return new RevealedDrawing(drawing, votes, isReadable, rivals, fooled, isReadable ? Attacked * fooled.Count : 0);
        }
    }

    /// <summary>The teams as everybody may see them.</summary>
    /// <param name="room">The room.</param>
    /// <param name="showsMixes">Whether what the rookies mix up is known to all.</param>
    /// <param name="showsExams">Whether the exams' results are.</param>
    public static IReadOnlyList<Team> Teams(Room room, bool showsMixes, bool showsExams)
    {
        var state = CoachState.Of(room);
        return
        [
            .. Enumerable.Range(0, state.Count).Select(team =>
            {
                List<int> seats = [.. state.Teams.Where(seat => seat.Value == team).Select(seat => seat.Key)];
                var points = seats.Select(seat => room.Ledger.Where(entry => entry.Seat == seat).Sum(entry => entry.Points));
                var exam = state.Exams.ElementAtOrDefault(team);
                return new Team(
                    team, TeamDeal.Names[team], seats, points.DefaultIfEmpty().Max(), state.Lessons.Count(lesson => lesson.Team == team),
                    showsExams ? exam?.Correct : null, showsMixes ? exam?.Mixes.Take(ShownMixes).ToList() : null);
            }),
        ];
    }

    /// <summary>Who has taught most.</summary>
    public static IReadOnlyList<Award> Awards(Room room)
    {
        var lessons = CoachState.Of(room).Lessons.CountBy(lesson => lesson.Seat).OrderByDescending(count => count.Value).Take(2).ToList();
        return lessons is [var most, ..] && (lessons.Count == 1 || lessons[1].Value < most.Value)
            ? [new Award("Patient teacher", most.Key, $"taught {most.Value} drawings")]
            : [];
    }
}
