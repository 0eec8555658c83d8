using GameNight.Scoreboard;

namespace GameNight.Training.Runs;

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

    /// <summary>Whose share of contradictions is certainly above this is not learned from at all.</summary>
    private const double WorstRecord = 0.25;

    /// <param name="drawings">What people marked.</param>
    /// <param name="probabilities">For each of them, ten probabilities of a model that did not learn from its player.</param>
    public static ReviewResult Review(IReadOnlyList<MarkedDrawing> drawings, IReadOnlyList<float[]> probabilities)
    {
        var thresholds = Thresholds(drawings, probabilities);
        var doubts = drawings.Zip(probabilities, (drawing, p) => drawing.IsTrusted ? null : Doubt(drawing.Lesson, p, thresholds)).ToList();
        var contradicting = drawings.Zip(doubts).GroupBy(pair => pair.First.Lesson.Player)
            .Where(player => new Proportion(player.Count(), player.Count(pair => pair.Second is not null)).Low > WorstRecord)
            .Select(player => player.Key).ToHashSet();
        for (var i = 0; i < doubts.Count; i++)
        {
            if (doubts[i] is null && !drawings[i].IsTrusted && contradicting.Contains(drawings[i].Lesson.Player))
                doubts[i] = new Suspect(drawings[i].Lesson.Id, drawings[i].Lesson.Digit, drawings[i].Lesson.Digit, probabilities[i][drawings[i].Lesson.Digit], BadRecord);
        }

        return new ReviewResult([.. drawings.Zip(doubts).Where(pair => pair.Second is null).Select(pair => pair.First.Lesson)], [.. doubts.OfType<Suspect>()]);
    }

    private static double[] Thresholds(IReadOnlyList<MarkedDrawing> drawings, IReadOnlyList<float[]> probabilities)
    {
        var own = drawings.Zip(probabilities).ToLookup(pair => pair.First.Lesson.Digit, pair => (double)pair.Second[pair.First.Lesson.Digit]);
        return [.. Enumerable.Range(0, 10).Select(digit => Math.Max(LeastThreshold, own[digit].DefaultIfEmpty(1).Average()))];
    }

    private static Suspect? Doubt(Lesson lesson, float[] p, double[] thresholds)
    {
        var likeliest = Array.IndexOf(p, p.Max());
        if (likeliest != lesson.Digit && p[likeliest] >= thresholds[likeliest])
            return new Suspect(lesson.Id, lesson.Digit, likeliest, p[lesson.Digit], Contradiction);
        return p[lesson.Digit] < Unlikely ? new Suspect(lesson.Id, lesson.Digit, null, p[lesson.Digit], NoDigit) : null;
    }
}

/// <param name="Accepted">What may be learned from.</param>
/// <param name="Suspects">What may not, until the host says so.</param>
public sealed record ReviewResult(IReadOnlyList<Lesson> Accepted, IReadOnlyList<Suspect> Suspects);
