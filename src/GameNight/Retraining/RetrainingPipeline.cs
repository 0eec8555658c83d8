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

/// <summary>
/// One run from the labels to the version: read, review, learn, evaluate, publish, activate. It neither holds the lease nor changes the
/// queue.
/// </summary>
public sealed partial class RetrainingPipeline(
    IObservationStore store, ReviewDecisions decisions, OutOfFoldPredictor outOfFold, IEnumerable<ILearner> learners,
    ModelEvaluator evaluator, ModelLibrary library, TrainingOptions options, TimeProvider clock,
    ILogger<RetrainingPipeline> log)
{
    /// <summary>The fewest examples that a run learns from.</summary>
    public const int MinExamples = 10;

    /// <summary>How many parts the players are split into, each judged by what the others taught.</summary>
    private const int Folds = 5;

    /// <summary>The name that the activation log gives as the one who activated.</summary>
    private const string ActivatedBy = "retrain";

    /// <summary>The algorithms that learn from labels.</summary>
    public IReadOnlyList<string> Algorithms { get; } = [.. learners.Select(learner => learner.Algorithm)];

    /// <summary>Those of <see cref="Algorithms"/> that can learn on this machine.</summary>
    public IReadOnlyList<string> Available =>
        [.. learners.Where(learner => learner.UnavailableReason is null).Select(learner => learner.Algorithm)];

    /// <summary>Makes a version, and puts it into service if it is better.</summary>
    /// <param name="run">Which algorithm learns, and why.</param>
    /// <param name="report">Called with the stage, how much of it is done (0 to 1), and a description for people.</param>
    /// <param name="cancellation">Ends the run until its version is published. After that the run comes to its decision.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    /// <exception cref="InvalidModelException">The version to learn from, or one to compare with, cannot serve.</exception>
    public async Task<RunOutcome> RunAsync(TrainingRun run, Action<RunStage, double, string> report, CancellationToken cancellation)
    {
        var learner = learners.First(learner => learner.Algorithm == run.Algorithm);
        var (started, startedAt, processorBefore) = (clock.GetTimestamp(), clock.GetUtcNow(), Environment.CpuUsage.TotalTime);
        var data = await ReadAsync(report, cancellation);
        var versions = await library.FindAsync(run.Algorithm, cancellation);
        var first = versions.Versions.LastOrDefault(versions.IsShipped)?.Version
            ?? throw new InvalidModelException($"No version of {run.Algorithm} came with the game to begin from.");
        if (await FindObstacleAsync(data, versions, cancellation) is { } obstacle)
        {
            var nothing = Report([], new PromotionDecision(false, [obstacle]));
            return new RunOutcome(RunState.Refused, $"Nothing was learned: {obstacle}.", Version: null, nothing);
        }

        report(RunStage.Learning, 0, Text($"learns from {data.Learned.Count:N0} drawings of {data.Counts.Players} players"));
        var learned = await learner.LearnAsync(
            data.Learned, ExampleFolds.Of(data.Learned, Folds), progress => report(RunStage.Learning, progress.Share, progress.Activity),
            cancellation);
        var candidate = learned.Package;

        report(RunStage.Judging, 0, Text($"is judged on {data.HeldOut.Count:N0} drawings of {data.Counts.HeldOutPlayers} other players"));
        var comparisons = await evaluator.CompareAsync(
            candidate, new ModelKey(run.Algorithm, versions.Active!), new ModelKey(run.Algorithm, first), data.HeldOut,
            share => report(RunStage.Judging, share, "is judged on what must not be forgotten"), cancellation);
        var decision = PromotionGate.Decide(comparisons[0], [.. comparisons.Skip(1)]);
        return await PublishAsync(candidate, versions.Active!, Report(comparisons, decision), report, cancellation);

        TrainingReport Report(IReadOnlyList<ModelComparison> comparisons, PromotionDecision decision) => new()
        {
            Run = run.Id,
            Algorithm = run.Algorithm,
            Replaces = versions.Active,
            First = first,
            Trigger = run.Trigger,
            StartedAt = startedAt,
            Rows = data.Counts,
            Material = data.Digest,
            Comparisons = comparisons,
            Decision = decision,
            Seconds = clock.GetElapsedTime(started).TotalSeconds,
            ProcessorSeconds = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds,
            DollarsPerCoreHour = options.DollarsPerCoreHour,
        };
    }

    /// <summary>Reads the labelled drawings, reviews their labels, and records those that are doubted.</summary>
    private async Task<TrainingData> ReadAsync(Action<RunStage, double, string> report, CancellationToken cancellation)
    {
        report(RunStage.Reading, 0, "reads the marked drawings");
        var labelled = await LabelledDrawings.ReadAsync(
            store, decisions, count => report(RunStage.Reading, 0, Text($"has read {count:N0} drawings")), cancellation);
        report(RunStage.Reviewing, 0, Text($"looks for doubtful marks among {labelled.Drawings.Count:N0}"));
        var opinions = labelled.Drawings.Count == 0 ? [] : await outOfFold.PredictAsync(labelled.Drawings, cancellation);
        var review = LabelReview.Review(labelled.Drawings, opinions);
        await decisions.WriteSuspectsAsync(review.Suspects, cancellation);
        return TrainingData.Split(labelled, review);
    }

    /// <summary>Why there is nothing to learn; null where there is something.</summary>
    private async Task<string?> FindObstacleAsync(TrainingData data, AlgorithmVersions versions, CancellationToken cancellation)
    {
        if (data.Learned.Count < MinExamples || data.HeldOut.Count == 0)
        {
            var (count, players) = (data.Learned.Count + data.HeldOut.Count, data.Counts.Players + data.Counts.HeldOutPlayers);
            return $"{count} marks that nobody doubts, of {players} players, are too few; "
                + $"it takes {MinExamples} of some players to learn from and one of others to judge by, and {PromotionGate.MinHeldOut} of "
                + "others for a version to go into service";
        }

        var same = await FindSameAsync(versions, data.Digest, cancellation);
        return same is null ? null : $"no mark is new since version {same} was made";
    }

    /// <summary>The newest version, if it was made here of exactly these examples: the run would only make it again.</summary>
    private async Task<string?> FindSameAsync(AlgorithmVersions versions, string digest, CancellationToken cancellation)
    {
        if (versions.Versions is not [{ } newest, ..] || versions.IsShipped(newest))
            return null;
        try
        {
            var report = TrainingReport.Parse(await library.ReadFileAsync(newest, TrainingReport.FileName, cancellation));
            // A version that was to go into service and did not, because its process ended, is made once more.
            var isSettled = newest.Version == versions.Active || (report.Replaces == versions.Active && !report.Decision.Activates);
            return isSettled && report.Material == digest ? newest.Version : null;
        }
        catch (InvalidModelException)
        {
            // It has no report: it was imported, and not made of labels.
            return null;
        }
    }

    private async Task<RunOutcome> PublishAsync(
        ModelPackage candidate, string active, TrainingReport result, Action<RunStage, double, string> report,
        CancellationToken cancellation)
    {
        report(RunStage.Publishing, 0, "is published");
        var published = await library.PublishAsync(Complete(candidate, result), cancellation);
        if (!result.Decision.Activates)
            return Refused(string.Join("; ", result.Decision.Reasons));

        report(RunStage.Activating, 0, "goes into service");
        var (key, summary) = (new ModelKey(published.Algorithm, published.Version), Summarise(result.Comparisons[0]));
        try
        {
            // Cancelled, it might be in service and reported as not.
            if (await library.TryActivateAsync(key, inPlaceOf: active, ActivatedBy, summary, CancellationToken.None) is null)
                return Refused($"another version took the place of version {active}, with which it was compared");
        }
        catch (Exception e)
        {
            LogNotActivated(key, e);
            return End(RunState.Failed, "is published, but its activation failed; the log has the details.");
        }

        // The version is in service. Nothing after this may be cancelled or fail, or the run would be reported as not having happened.
        var trouble = await ActivatePersonalAsync(candidate with { Manifest = published });
        return End(RunState.Activated, $"is in service: {summary}.{trouble}");

        RunOutcome Refused(string reason) => End(RunState.Refused, $"stays out of service: {reason}.");

        RunOutcome End(RunState state, string what) => new(state, $"Version {published.Version} {what}", published.Version, result);
    }

    /// <summary>Publishes a new app network as the players' own network too, so that theirs begin where it is.</summary>
    /// <returns>What went wrong, for people; empty where nothing did.</returns>
    private async Task<string> ActivatePersonalAsync(ModelPackage network)
    {
        if (network.Manifest.Algorithm != AppNetwork.Algorithm)
            return "";
        try
        {
            var published = await library.PublishAsync(PersonalNetwork.Of(network), CancellationToken.None);
            var why = $"begins as {network.Manifest.Algorithm} version {network.Manifest.Version}";
            await library.ActivateAsync(new ModelKey(published.Algorithm, published.Version), ActivatedBy, why, CancellationToken.None);
            return "";
        }
        catch (Exception e)
        {
            LogPersonalNotActivated(e);
            return " The players’ own networks stay where they are; the log has the details.";
        }
    }

    private static ModelPackage Complete(ModelPackage candidate, TrainingReport report)
    {
        var (manifest, extras) = (candidate.Manifest, new Dictionary<string, byte[]>(candidate.Extras ?? new Dictionary<string, byte[]>()));
        extras[TrainingReport.FileName] = report.ToUtf8();
        return candidate with
        {
            Manifest = manifest with
            {
                TrainedOn = report.Decision.Activates
                    ? manifest.TrainedOn
                    : manifest.TrainedOnToo(new { refused = string.Join("; ", report.Decision.Reasons) }),
                Metrics = [.. report.Comparisons.Select(Measure)],
            },
            Extras = extras,
        };

        static ModelMetric Measure(ModelComparison comparison) =>
            new(comparison.Set, Math.Round(comparison.Candidate.Accuracy ?? 0, 5), comparison.Candidate.N);
    }

    private static string Summarise(ModelComparison heldOut)
    {
        var surer = heldOut.Wins == heldOut.Losses ? "surer, and as often right: " : "";
        return Text($"{surer}{100 * heldOut.Candidate.Accuracy:0.0} % instead of {100 * heldOut.Active.Accuracy:0.0} % ")
            + Text($"of {heldOut.Candidate.N} drawings of people it did not learn from");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Error, "{Version} is published, but its activation failed")]
    private partial void LogNotActivated(ModelKey version, Exception exception);

    [LoggerMessage(LogLevel.Error, "The new network did not go into service as the players' own; theirs stay where they are")]
    private partial void LogPersonalNotActivated(Exception exception);
}
