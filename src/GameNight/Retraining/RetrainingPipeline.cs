using System.Globalization;
using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Storage;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Retraining;

/// <summary>One run from the marks to the version: read, review, learn, judge, publish, activate. It holds no lease and knows no queue.</summary>
public sealed class RetrainingPipeline(
    IObservationStore store, ReviewDecisions decisions, OutOfFoldPredictor outOfFold, IEnumerable<ILearner> learners, ModelEvaluator judge, ModelLibrary library, TrainingOptions options, TimeProvider clock)
{
    /// <summary>With less there is nothing to learn.</summary>
    public const int LeastLessons = 10;

    /// <summary>Who the log of activations names.</summary>
    private const string Me = "retrain";

    /// <summary>A player who marks without end weighs at most so much of all.</summary>
    private const double MostOfAll = 0.2;

    /// <summary>So many drawings of one player are never too many.</summary>
    private const int AlwaysFine = 100;

    /// <summary>Who learns from marks.</summary>
    public IReadOnlyList<string> Algorithms { get; } = [.. learners.Select(learner => learner.Algorithm)];

    /// <summary>Those of them who can do so on this machine.</summary>
    public IReadOnlyList<string> Able => [.. learners.Where(learner => learner.UnavailableReason is null).Select(learner => learner.Algorithm)];

    /// <summary>Makes a version, and puts it into service if it is better.</summary>
    /// <param name="run">Which algorithm, and why.</param>
    /// <param name="report">Hears of each step.</param>
    /// <param name="cancellation">Ends it; what is published by then stays, unused.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    /// <exception cref="InvalidModelException">The version to learn from, or one to compare with, cannot serve.</exception>
    public async Task<RunOutcome> RunAsync(TrainingRun run, Action<RunStage, double, string> report, CancellationToken cancellation)
    {
        var learner = learners.First(learner => learner.Algorithm == run.Algorithm);
        var (started, startedAt, worked) = (clock.GetTimestamp(), clock.GetUtcNow(), Environment.CpuUsage.TotalTime);

        report(RunStage.Reading, 0, "reads the marked drawings");
        var marked = await LabelledDrawings.ReadAsync(store, decisions, read => report(RunStage.Reading, 0, string.Create(CultureInfo.InvariantCulture, $"has read {read:N0} drawings")), cancellation);
        report(RunStage.Reviewing, 0, string.Create(CultureInfo.InvariantCulture, $"looks for doubtful marks among {marked.Drawings.Count:N0}"));
        var review = LabelReview.Review(marked.Drawings, marked.Drawings.Count == 0 ? [] : await outOfFold.PredictAsync(marked.Drawings, cancellation));
        await decisions.WriteSuspectsAsync(review.Suspects, cancellation);
        var (learned, others) = PlayerSplit.Split(review.Accepted);
        var (lessons, heldOut) = (Cap(learned), Cap(others));
        var rows = CountRows(marked, review, lessons, heldOut);

        var shelf = await library.FindAsync(run.Algorithm, cancellation);
        var first = shelf.Versions.LastOrDefault(shelf.IsShipped)?.Version ?? throw new InvalidModelException($"No version of {run.Algorithm} came with the game to begin from.");
        if (lessons.Count < LeastLessons || heldOut.Count == 0)
        {
            var reason = $"{lessons.Count + heldOut.Count} marks that nobody doubts, of {lessons.Concat(heldOut).Select(lesson => lesson.Player).Distinct().Count()} players, are too few; "
                + $"it takes {LeastLessons} of some players to learn from, and {PromotionGate.LeastHeldOut} of others to judge by";
            return new RunOutcome(RunState.Refused, $"Nothing was learned: {reason}.", null, MakeReceipt([], new PromotionDecision(false, [reason])));
        }

        if (await FindSameAsync(shelf, lessons, heldOut, cancellation) is { } same)
        {
            var reason = $"no mark is new since version {same} was made";
            return new RunOutcome(RunState.Refused, $"Nothing was learned: {reason}.", null, MakeReceipt([], new PromotionDecision(false, [reason])));
        }

        report(RunStage.Learning, 0, string.Create(CultureInfo.InvariantCulture, $"learns from {lessons.Count:N0} drawings of {rows.Players} players"));
        var candidate = await learner.LearnAsync(lessons, progress => report(RunStage.Learning, progress.Share, progress.Activity), cancellation);

        report(RunStage.Judging, 0, string.Create(CultureInfo.InvariantCulture, $"is judged on {heldOut.Count:N0} drawings of {rows.HeldOutPlayers} other players"));
        var active = shelf.Active!;
        var comparisons = await judge.CompareAsync(
            candidate, new ModelKey(run.Algorithm, active), new ModelKey(run.Algorithm, first), heldOut,
            share => report(RunStage.Judging, share, "is judged on what must not be forgotten"), cancellation);
        var decision = PromotionGate.Decide(comparisons[0], [.. comparisons.Skip(1)]);

        report(RunStage.Publishing, 0, "is published");
        var receipt = MakeReceipt(comparisons, decision);
        var published = await library.PublishAsync(Complete(candidate, receipt), cancellation);
        var summary = Summary(comparisons[0]);
        if (!decision.Activates)
            return new RunOutcome(RunState.Refused, $"Version {published.Version} stays out of service: {string.Join("; ", decision.Reasons)}.", published.Version, receipt);

        report(RunStage.Activating, 0, "goes into service");
        if (await library.TryActivateAsync(new ModelKey(published.Algorithm, published.Version), inPlaceOf: active, Me, summary, cancellation) is null)
            return new RunOutcome(RunState.Refused, $"Version {published.Version} stays out of service: another version took the place of version {active}, with which it was compared.", published.Version, receipt);
        // It plays: from here on nothing can be taken back, and nobody is told that it did not happen.
        return new RunOutcome(RunState.Activated, $"Version {published.Version} is in service: {summary}.{await FollowAsync(candidate with { Manifest = published })}", published.Version, receipt);

        TrainingReport MakeReceipt(IReadOnlyList<ModelComparison> comparisons, PromotionDecision decision) => new()
        {
            Run = run.Id,
            Algorithm = run.Algorithm,
            Replaces = shelf.Active,
            First = first,
            Trigger = run.Trigger,
            StartedAt = startedAt,
            Rows = rows,
            Material = TrainingReport.Digest(lessons, heldOut),
            Comparisons = comparisons,
            Decision = decision,
            Seconds = clock.GetElapsedTime(started).TotalSeconds,
            ProcessorSeconds = (Environment.CpuUsage.TotalTime - worked).TotalSeconds,
            DollarsPerCoreHour = options.DollarsPerCoreHour,
        };
    }

    /// <summary>The newest version that learned here, if it was made of exactly these marks; it would only be made again.</summary>
    private async Task<string?> FindSameAsync(AlgorithmVersions shelf, IReadOnlyList<TrainingExample> lessons, IReadOnlyList<TrainingExample> heldOut, CancellationToken cancellation)
    {
        if (shelf.Versions is not [{ } newest, ..] || shelf.IsShipped(newest))
            return null;
        try
        {
            var receipt = TrainingReport.Parse(await library.ReadFileAsync(newest, TrainingReport.FileName, cancellation));
            // One that was to take over and did not, because its trainer went away, is made once more.
            var isSettled = newest.Version == shelf.Active || (receipt.Replaces == shelf.Active && !receipt.Decision.Activates);
            return isSettled && receipt.Material == TrainingReport.Digest(lessons, heldOut) ? newest.Version : null;
        }
        catch (InvalidModelException)
        {
            // It was imported, and says nothing about marks.
            return null;
        }
    }

    /// <summary>Each player's own network begins where the new one is.</summary>
    /// <returns>What went wrong, in words; else nothing.</returns>
    private async Task<string> FollowAsync(ModelPackage network)
    {
        if (network.Manifest.Algorithm != AppNetwork.Algorithm)
            return "";
        try
        {
            var published = await library.PublishAsync(PersonalNetwork.Of(network), CancellationToken.None);
            await library.ActivateAsync(new ModelKey(published.Algorithm, published.Version), Me, $"begins as {network.Manifest.Algorithm} version {network.Manifest.Version}", CancellationToken.None);
            return "";
        }
        catch (ModelRegistryException e)
        {
            return $" The players’ own networks stay where they are: {e.Message}";
        }
    }

    /// <summary>The latest drawings of each player, up to the most that one may weigh.</summary>
    internal static IReadOnlyList<TrainingExample> Cap(IReadOnlyList<TrainingExample> lessons)
    {
        var most = Math.Max(AlwaysFine, (int)(MostOfAll * lessons.Count));
        return [.. lessons.GroupBy(lesson => lesson.Player).SelectMany(player => player.TakeLast(most))];
    }

    private static ExampleCounts CountRows(LabelledDrawings marked, ReviewResult review, IReadOnlyList<TrainingExample> lessons, IReadOnlyList<TrainingExample> heldOut)
    {
        var rejected = review.Suspects.GroupBy(suspect => suspect.Reason).ToDictionary(reason => reason.Key, reason => reason.Count());
        rejected["thrown out by the host"] = marked.Dropped;
        rejected["more than one player may weigh"] = review.Accepted.Count - lessons.Count - heldOut.Count;
        rejected["older than the latest that fit"] = marked.TooOld;
        return new ExampleCounts(marked.Observations, marked.Labelled, lessons.Count, lessons.Select(lesson => lesson.Player).Distinct().Count(),
            heldOut.Count, heldOut.Select(lesson => lesson.Player).Distinct().Count(), rejected.Where(reason => reason.Value > 0).ToDictionary());
    }

    private static ModelPackage Complete(ModelPackage candidate, TrainingReport receipt) => candidate with
    {
        Manifest = candidate.Manifest with
        {
            TrainedOn = receipt.Decision.Activates ? candidate.Manifest.TrainedOn : candidate.Manifest.TrainedOnToo(new { refused = string.Join("; ", receipt.Decision.Reasons) }),
            Metrics = [.. receipt.Comparisons.Select(comparison => new ModelMetric(comparison.Set, Math.Round(comparison.Candidate.Accuracy ?? 0, 5), comparison.Candidate.N))],
        },
        Extras = new Dictionary<string, byte[]>(candidate.Extras ?? new Dictionary<string, byte[]>()) { [TrainingReport.FileName] = receipt.ToUtf8() },
    };

    private static string Summary(ModelComparison heldOut) => string.Create(CultureInfo.InvariantCulture,
        $"{(heldOut.Wins == heldOut.Losses ? "surer, and as often right: " : "")}{100 * heldOut.Candidate.Accuracy:0.0} % instead of {100 * heldOut.Active.Accuracy:0.0} % of {heldOut.Candidate.N} drawings of people it did not learn from");
}
