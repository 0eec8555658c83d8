using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <summary>
/// Finds labels that contradict their drawings, before anything learns from them: by the prediction of a network that learned from other
/// players, by references that learned from no label, and by the player's record. Doubted labels wait for the host.
/// </summary>
/// <remarks>
/// C. G. Northcutt, L. Jiang and I. L. Chuang, "Confident learning: estimating uncertainty in dataset labels", JAIR 70 (2021):
/// a drawing counts as a digit when the digit's probability reaches the mean that it has over the drawings with this label.
/// </remarks>
public static class LabelReview
{
    public const string Contradiction = "the drawing looks like another digit";
    public const string NoDigit = "the drawing looks like no digit";
    public const string BadRecord = "too many of this player’s marks contradict the drawings";

    /// <summary>Below this probability a label is doubted even where no other digit is likely.</summary>
    private const double Unlikely = 0.05;

    /// <summary>A digit's threshold is at least this, however many labels are wrong.</summary>
    private const double MinThreshold = 0.5;

    /// <summary>
    /// The largest share of doubted labels that a player may have. Nothing is learned from a player whose share is certainly larger (by
    /// the 95 % interval); nor are the player's labels of one digit, where the share is certainly larger for this digit.
    /// </summary>
    private const double MaxDoubted = 0.25;

    /// <param name="drawings">The labelled drawings.</param>
    /// <param name="opinions">An opinion of each drawing, in the same order.</param>
    public static ReviewResult Review(IReadOnlyList<LabelledDrawing> drawings, IReadOnlyList<LabelOpinion> opinions)
    {
        var thresholds = Thresholds(drawings, opinions);
        var doubts = drawings
            .Zip(opinions, (drawing, opinion) => drawing.IsTrusted ? null : Doubt(drawing.Example, opinion, thresholds)).ToList();
        var players = FindBadRecords(drawings, doubts, example => example.Player);
        var digits = FindBadRecords(drawings, doubts, example => (example.Player, example.Digit));
        for (var i = 0; i < doubts.Count; i++)
        {
            var example = drawings[i].Example;
            var isBadDigit = digits.Contains((example.Player, example.Digit)) && opinions[i].Reference.Agreed != example.Digit;
            if (doubts[i] is null && !drawings[i].IsTrusted && (isBadDigit || players.Contains(example.Player)))
                doubts[i] = Doubt(example, example.Digit, opinions[i], BadRecord);
        }

        var accepted = drawings.Zip(doubts).Where(pair => pair.Second is null).Select(pair => pair.First.Example);
        return new ReviewResult([.. accepted], [.. doubts.OfType<DoubtedLabel>()]);
    }

    /// <summary>The groups of examples whose share of doubted labels is certainly too large.</summary>
    private static HashSet<T> FindBadRecords<T>(
        IReadOnlyList<LabelledDrawing> drawings, List<DoubtedLabel?> doubts, Func<TrainingExample, T> by) =>
    [
        .. drawings.Zip(doubts).GroupBy(pair => by(pair.First.Example))
            .Where(group => new Proportion(group.Count(), group.Count(pair => pair.Second is not null)).Low > MaxDoubted)
            .Select(group => group.Key),
    ];

    /// <summary>For each digit, the mean of its probability over the drawings with this label.</summary>
    private static double[] Thresholds(IReadOnlyList<LabelledDrawing> drawings, IReadOnlyList<LabelOpinion> opinions)
    {
        var own = drawings.Zip(opinions, (drawing, opinion) => (drawing.Example.Digit, opinion.Probabilities))
            .ToLookup(pair => pair.Digit, pair => (double)pair.Probabilities[pair.Digit]);
        return [.. Enumerable.Range(0, 10).Select(digit => Math.Max(MinThreshold, own[digit].DefaultIfEmpty(1).Average()))];
    }

    /// <summary>Doubts one label by its drawing alone; null where there is no reason to.</summary>
    private static DoubtedLabel? Doubt(TrainingExample example, LabelOpinion opinion, double[] thresholds)
    {
        var (p, reference) = opinion;
        if (reference.Agreed is { } agreed && agreed != example.Digit)
            return Doubt(example, agreed, opinion, Contradiction);
        if (!reference.IsDigit)
            return Doubt(example, suggested: null, opinion, NoDigit);

        // A way of writing that the synthetic ink has is what the network should learn, however surely it misreads it.
        if (reference.Nearest == example.Digit)
            return null;
        var likeliest = Array.IndexOf(p, p.Max());
        if (likeliest != example.Digit && p[likeliest] >= thresholds[likeliest])
            return Doubt(example, likeliest, opinion, Contradiction);
        return p[example.Digit] < Unlikely ? Doubt(example, suggested: null, opinion, NoDigit) : null;
    }

    private static DoubtedLabel Doubt(TrainingExample example, int? suggested, LabelOpinion opinion, string reason) =>
        new(example.Id, example.Digit, suggested, opinion.Probabilities[example.Digit], reason);
}
