using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Review;
using GameNight.Training.Examples;

namespace GameNight.Retraining;

/// <summary>What one run learns from and what its candidate is evaluated on.</summary>
/// <param name="Learned">The examples to train on, oldest first for each player.</param>
/// <param name="HeldOut">The examples of other players, to evaluate on.</param>
/// <param name="Counts">What became of all observations.</param>
internal sealed record TrainingData(IReadOnlyList<TrainingExample> Learned, IReadOnlyList<TrainingExample> HeldOut, ExampleCounts Counts)
{
    /// <summary>The largest share of all examples that one player may have, so that a diligent one does not outweigh the others.</summary>
    private const double MaxShare = 0.2;

    /// <summary>One player may have this many examples whatever their share.</summary>
    private const int AlwaysAllowed = 100;

    /// <summary>The same for the same examples in any order, and different for any others.</summary>
    public string Digest => TrainingReport.Digest(Learned, HeldOut);

    /// <summary>Splits what the review accepted by player, and caps the share of each player in both parts.</summary>
    public static TrainingData Split(LabelledDrawings drawings, ReviewResult review)
    {
        var (learned, heldOut) = PlayerSplit.Split(review.Accepted);
        (learned, heldOut) = (Cap(learned), Cap(heldOut));
        return new TrainingData(learned, heldOut, Count(drawings, review, learned, heldOut));
    }

    /// <summary>The latest examples of each player, up to the most that one may have.</summary>
    internal static IReadOnlyList<TrainingExample> Cap(IReadOnlyList<TrainingExample> examples)
    {
        var most = Math.Max(AlwaysAllowed, (int)(MaxShare * examples.Count));
        return [.. examples.GroupBy(example => example.Player).SelectMany(player => player.TakeLast(most))];
    }

    private static ExampleCounts Count(
        LabelledDrawings drawings, ReviewResult review, IReadOnlyList<TrainingExample> learned, IReadOnlyList<TrainingExample> heldOut)
    {
        var rejected = review.Suspects.GroupBy(suspect => suspect.Reason).ToDictionary(reason => reason.Key, reason => reason.Count());
        rejected["thrown out by the host"] = drawings.Dropped;
        rejected["more than one player may weigh"] = review.Accepted.Count - learned.Count - heldOut.Count;
        rejected["older than the latest that fit"] = drawings.TooOld;
        return new ExampleCounts(
            drawings.Observations, drawings.Labelled,
            learned.Count, CountPlayers(learned),
            heldOut.Count, CountPlayers(heldOut),
            rejected.Where(reason => reason.Value > 0).ToDictionary());
    }

    private static int CountPlayers(IReadOnlyList<TrainingExample> examples) =>
        examples.Select(example => example.Player).Distinct().Count();
}
