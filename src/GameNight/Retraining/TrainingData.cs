using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Review;
using GameNight.Training.Examples;

namespace GameNight.Retraining;

/// <summary>What one run learns from, and whose drawings decide about what it learned.</summary>
/// <param name="Learned">The examples to train on, oldest first for each player.</param>
/// <param name="Decides">For each, whether its answer out of fold counts for the decision.</param>
/// <param name="Cursor">Where in the store the drawings begin that come after these; null for its beginning.</param>
/// <param name="Read">All labelled drawings, those from which nothing is learned among them.</param>
/// <param name="Counts">What became of all observations.</param>
internal sealed record TrainingData(
    IReadOnlyList<TrainingExample> Learned, IReadOnlyList<bool> Decides, string? Cursor, IReadOnlyList<LabelledDrawing> Read,
    ExampleCounts Counts)
{
    /// <summary>The same for the same examples in any order, of which the same decide, and different for any others.</summary>
    /// <param name="setup">How they are learned, and by which trusted ink it is judged.</param>
    public string Digest(string setup) => TrainingReport.Digest(Learned, [.. Learned.Where((_, i) => Decides[i])], setup);

    /// <summary>Caps the share of each player in what the review accepted.</summary>
    /// <param name="drawings">All that were read.</param>
    /// <param name="review">What the review says of them.</param>
    /// <param name="trusted">The drawings that nothing learns from; null for none.</param>
    /// <param name="now">The time.</param>
    public static TrainingData Of(LabelledDrawings drawings, ReviewResult review, TrustedInk? trusted, DateTimeOffset now)
    {
        var learnable = review.Accepted.Where(example => trusted?.Contains(example.Image) != true).ToList();
        var learned = PlayerCap.Of(learnable);
        var plays = drawings.Drawings.ToDictionary(drawing => drawing.Example.Id);
        var judging = JudgingPlayers.Of(review.Accepted.Select(example => plays[example.Id]), now);
        bool[] decides = [.. learned.Select(example => judging.Contains(example.Player) && JudgingPlayers.Counts(plays[example.Id]))];
        return new TrainingData(
            learned, decides, drawings.Next, drawings.Drawings,
            Count(drawings, review, learnable.Count, learned, decides));
    }

    /// <summary>The drawings that decide, as far as both versions have answers that were made without their players' drawings.</summary>
    /// <param name="candidate">What was answered to each example out of fold when the candidate was learned.</param>
    /// <param name="before">What the version in service has learned from.</param>
    /// <remarks>
    /// A candidate's answer out of fold is that of a stranger to the player. The version in service is one too where it has not learned
    /// from the player; where it has, its own answers out of fold are taken. A newer drawing of such a player has no such answer, and
    /// does not decide here.
    /// </remarks>
    public JudgedDrawings Judge(IReadOnlyList<float[]> candidate, LearnedBefore before)
    {
        // Also by what is not learned from any more: the version in service knows the player from it.
        var seen = Read.Where(Knew).Select(drawing => drawing.Example.Player).ToHashSet();
        int[] judged = [.. Enumerable.Range(0, Learned.Count).Where(i => Decides[i] && HasAnswer(i))];
        return new JudgedDrawings(
            Array.ConvertAll(judged, i => Learned[i]), Array.ConvertAll(judged, i => candidate[i]),
            Array.ConvertAll(judged, i => before.Answers?.Answers.GetValueOrDefault(Learned[i].Id)));

        bool Knew(LabelledDrawing drawing) =>
            before.Answers is { } known ? known.Answers.ContainsKey(drawing.Example.Id) : drawing.Play.Time <= before.Made;

        bool HasAnswer(int i) => before.Answers?.Answers.ContainsKey(Learned[i].Id) == true || !seen.Contains(Learned[i].Player);
    }

    private static ExampleCounts Count(
        LabelledDrawings drawings, ReviewResult review, int learnable, IReadOnlyList<TrainingExample> learned, bool[] decides)
    {
        var rejected = review.Suspects.GroupBy(suspect => suspect.Reason).ToDictionary(reason => reason.Key, reason => reason.Count());
        rejected["thrown out by the host"] = drawings.Dropped;
        rejected["the same drawing once more"] = drawings.Repeats;
        rejected["more than one player may weigh"] = learnable - learned.Count;
        rejected["trusted ink, from which nothing learns"] = review.Accepted.Count - learnable;
        rejected["older than the latest that fit"] = drawings.TooOld;
        return new ExampleCounts(
            drawings.Observations, drawings.Labelled,
            learned.Count, CountPlayers(learned),
            decides.Count(decides => decides), CountPlayers(learned.Where((_, i) => decides[i])),
            rejected.Where(reason => reason.Value > 0).ToDictionary())
        {
            Deleted = drawings.Deleted,
        };
    }

    private static int CountPlayers(IEnumerable<TrainingExample> examples) =>
        examples.Select(example => example.Player).Distinct().Count();
}
