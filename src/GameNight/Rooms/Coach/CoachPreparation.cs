using System.Collections.Immutable;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Rooms.Game;
using GameNight.Rooms.Live;
using GameNight.Training.Network;
using GameNight.Training.Rookie;

namespace GameNight.Rooms.Coach;

/// <summary>Teaches the rookies when the lessons are over, holds their exams, and shows them what was drawn against them.</summary>
public sealed class CoachPreparation(KnownDrawings known) : IRoomPreparation, IDisposable
{
    private readonly Lazy<Embeddings> _embeddings = new(() =>
    {
        var package = RookieNetwork.Create();
        return new Embeddings(package.Manifest, package.Model);
    });

    /// <inheritdoc/>
    public async Task<Func<Room, Room>?> FindAsync(Room room, CancellationToken cancellation)
    {
        // From the look on; before it the lessons are not over.
        if (room.State is not CoachState state || room.Step is not >= 2)
            return null;
        var isExamMissing = state.Exams.IsEmpty;
        // The attack is over when people judge it.
        List<RoomDrawing> unseen = room.Step >= 4 ? [.. room.Drawings.Where(drawing => !state.Answers.ContainsKey(drawing.Id))] : [];
        if (!isExamMissing && unseen.Count == 0)
            return null;
        var questions = isExamMissing ? await known.FindAsync(ExamReport.Questions, room, cancellation) : [];
        return await Task.Run(() => Prepare(room, state, questions, unseen), cancellation);
    }

    public void Dispose()
    {
        if (_embeddings.IsValueCreated)
            _embeddings.Value.Dispose();
    }

    private Func<Room, Room> Prepare(Room room, CoachState state, IReadOnlyList<KnownDrawing> questions, List<RoomDrawing> unseen)
    {
        List<TeamRookie> rookies =
        [
            .. Enumerable.Range(0, state.Count).Select(
                team => TeamRookie.Teach(team, _embeddings.Value, state.Lessons.Where(lesson => lesson.Team == team))),
        ];
        ImmutableList<ExamReport> exams = questions.Count == 0 ? state.Exams : [.. rookies.Select(rookie => Examine(rookie, questions))];
        var answers = unseen.ToDictionary(
            drawing => drawing.Id, drawing => rookies.Select(rookie => rookie.Answer(drawing.Play.Image)).ToImmutableList());
        var (game, round) = (room.Games, room.Round);
        return now => now.State is CoachState current && (now.Games, now.Round) == (game, round)
            ? Counted(now with { State = current with { Exams = exams, Answers = current.Answers.SetItems(answers) } })
            : now;
    }

    /// <summary>Counts what could not be counted when the exam began, because the rookies were not ready.</summary>
    private static Room Counted(Room room) => room.Step >= 5 ? CoachScore.Count(room) : room;

    private static ExamReport Examine(TeamRookie rookie, IReadOnlyList<KnownDrawing> questions)
    {
        List<(int Digit, Guess Answer)> answers =
            [.. questions.Select(question => (question.Digit, rookie.Answer(InkNormaliser.Normalise(question.Ink))))];
        var mixes = answers.Where(answer => answer.Answer.Digit != answer.Digit)
            .CountBy(answer => (answer.Digit, answer.Answer.Digit)).OrderByDescending(mix => mix.Value).ThenBy(mix => mix.Key)
            .Select(mix => new Mix(mix.Key.Item1, mix.Key.Item2, mix.Value));
        return new ExamReport(answers.Count(answer => answer.Answer.Digit == answer.Digit), [.. mixes]);
    }
}
