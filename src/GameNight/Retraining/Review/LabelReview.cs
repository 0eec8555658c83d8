using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <summary>
/// Finds marks that contradict their drawings, before anything is learned from them: by what a model that learned from
/// other people makes of the drawing, and by the record of the player. What it doubts waits for the host.
/// </summary>
/// <remarks>
/// C. G. Northcutt, L. Jiang and I. L. Chuang, "Confident learning: estimating uncertainty in dataset labels", JAIR 70 (2021):
/// a drawing is counted as a digit when its probability reaches the mean that drawings marked as this digit have.
/// </remarks>
public static class LabelReview
{
    public const string Contradiction = "the drawing looks like another digit";
    public const string NoDigit = "the drawing looks like no digit";
    public const string BadRecord = "too many of this player’s marks contradict the drawings";

    /// <summary>Below this probability a mark is doubted even where no other digit is likely.</summary>
    private const double Unlikely = 0.05;

    /// <summary>A threshold is not lower than this, however many marks are wrong.</summary>
    private const double LeastThreshold = 0.5;

    /// <summary>Whose share of contradictions is certainly above this is not learned from at all; nor is what a player calls a digit, where that is so for this digit.</summary>
    private const double WorstRecord = 0.25;

    /// <param name="drawings">What people marked.</param>
    /// <param name="opinions">What others make of each of them.</param>
    public static ReviewResult Review(IReadOnlyList<LabelledDrawing> drawings, IReadOnlyList<LabelOpinion> opinions)
    {
        var thresholds = Thresholds(drawings, opinions);
        var doubts = drawings.Zip(opinions, (drawing, opinion) => drawing.IsTrusted ? null : Doubt(drawing.Lesson, opinion, thresholds)).ToList();
        var players = BadRecords(drawings, doubts, lesson => lesson.Player);
        var digits = BadRecords(drawings, doubts, lesson => (lesson.Player, lesson.Digit));
        for (var i = 0; i < doubts.Count; i++)
        {
            var lesson = drawings[i].Lesson;
            var isBad = players.Contains(lesson.Player) || (digits.Contains((lesson.Player, lesson.Digit)) && opinions[i].Witness.Plain != lesson.Digit);
            if (doubts[i] is null && !drawings[i].IsTrusted && isBad)
                doubts[i] = new DoubtedLabel(lesson.Id, lesson.Digit, lesson.Digit, opinions[i].Probabilities[lesson.Digit], BadRecord);
        }

        return new ReviewResult([.. drawings.Zip(doubts).Where(pair => pair.Second is null).Select(pair => pair.First.Lesson)], [.. doubts.OfType<DoubtedLabel>()]);
    }

    private static HashSet<T> BadRecords<T>(IReadOnlyList<LabelledDrawing> drawings, List<DoubtedLabel?> doubts, Func<TrainingExample, T> by) => [.. drawings.Zip(doubts).GroupBy(pair => by(pair.First.Lesson))
        .Where(marks => new Proportion(marks.Count(), marks.Count(pair => pair.Second is not null)).Low > WorstRecord)
        .Select(marks => marks.Key)];

    private static double[] Thresholds(IReadOnlyList<LabelledDrawing> drawings, IReadOnlyList<LabelOpinion> opinions)
    {
        var own = drawings.Zip(opinions).ToLookup(pair => pair.First.Lesson.Digit, pair => (double)pair.Second.Probabilities[pair.First.Lesson.Digit]);
        return [.. Enumerable.Range(0, 10).Select(digit => Math.Max(LeastThreshold, own[digit].DefaultIfEmpty(1).Average()))];
    }

    private static DoubtedLabel? Doubt(TrainingExample lesson, LabelOpinion opinion, double[] thresholds)
    {
        var (p, witness) = opinion;
        if (witness.Plain is { } plain && plain != lesson.Digit)
            return new DoubtedLabel(lesson.Id, lesson.Digit, plain, p[lesson.Digit], Contradiction);
        if (!witness.IsDigit)
            return new DoubtedLabel(lesson.Id, lesson.Digit, null, p[lesson.Digit], NoDigit);

        // A way of writing that made-up ink knows is what the network has to learn, however surely it misreads it.
        if (witness.Nearest == lesson.Digit)
            return null;
        var likeliest = Array.IndexOf(p, p.Max());
        if (likeliest != lesson.Digit && p[likeliest] >= thresholds[likeliest])
            return new DoubtedLabel(lesson.Id, lesson.Digit, likeliest, p[lesson.Digit], Contradiction);
        return p[lesson.Digit] < Unlikely ? new DoubtedLabel(lesson.Id, lesson.Digit, null, p[lesson.Digit], NoDigit) : null;
    }
}
