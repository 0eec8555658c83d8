using System.Globalization;
using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Retraining.Trial;
using GameNight.Statistics;
using GameNight.Storage;
using GameNight.Training.Examples;

namespace GameNight.Retraining;

/// <summary>
/// One run from the labels to the version: read, review, learn, evaluate, publish, activate or try. It neither holds the lease nor
/// changes the queue.
/// </summary>
public sealed partial class RetrainingPipeline(
    IObservationStore store, ReviewDecisions decisions, OutOfFoldPredictor outOfFold, IEnumerable<ILearner> learners,
    ModelEvaluator evaluator, ModelLibrary library, SplitSecret secret, Trials trials, VersionActivation activation,
    TrainingOptions options, TimeProvider clock, ILogger<RetrainingPipeline> log)
{
    /// <summary>The fewest examples that a run learns from.</summary>
    public const int MinExamples = 10;

    /// <summary>How many parts the players are split into, each judged by what the others taught.</summary>
    private const int Folds = 5;

    /// <summary>The algorithms that learn from labels.</summary>
    public IReadOnlyList<string> Algorithms { get; } = [.. learners.Select(learner => learner.Algorithm)];

    /// <summary>Those of <see cref="Algorithms"/> that can learn on this machine.</summary>
    public IReadOnlyList<string> Available =>
        [.. learners.Where(learner => learner.UnavailableReason is null).Select(learner => learner.Algorithm)];

    /// <summary>Makes a version, and puts it into service if it is better, or on trial if nobody can tell.</summary>
    /// <param name="run">Which algorithm learns, and why.</param>
    /// <param name="report">Called with the stage, how much of it is done (0 to 1), and a description for people.</param>
    /// <param name="cancellation">Ends the run until its version is published. After that the run comes to its decision.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    /// <exception cref="InvalidModelException">The version to learn from, or one to compare with, cannot serve.</exception>
    public Task<RunOutcome> RunAsync(TrainingRun run, Action<RunStage, double, string> report, CancellationToken cancellation) =>
        RunAsync(run, NewReader(), report, cancellation);

    /// <summary>Reads what several runs learn from.</summary>
    internal TrainingDataReader NewReader() => new(store, decisions, outOfFold, options, clock);

    /// <param name="run">Which algorithm learns, and why.</param>
    /// <param name="reader">The one of all runs that learn from the same drawings.</param>
    /// <param name="report">Called with the stage, how much of it is done (0 to 1), and a description for people.</param>
    /// <param name="cancellation">Ends the run until its version is published. After that the run comes to its decision.</param>
    /// <inheritdoc cref="RunAsync(TrainingRun, Action{RunStage, double, string}, CancellationToken)"/>
    internal async Task<RunOutcome> RunAsync(
        TrainingRun run, TrainingDataReader reader, Action<RunStage, double, string> report, CancellationToken cancellation)
    {
        var learner = learners.First(learner => learner.Algorithm == run.Algorithm);
        var (started, startedAt, processorBefore) = (clock.GetTimestamp(), clock.GetUtcNow(), Environment.CpuUsage.TotalTime);
        var revision = await decisions.ReadErasureRevisionAsync(cancellation);
        var data = await reader.ReadAsync(run, revision, report, cancellation);
        var versions = await library.FindAsync(run.Algorithm, cancellation);
        if (await FindTrialAsync(run, cancellation) is { } begun)
            return begun;
        var first = versions.Versions.LastOrDefault(versions.IsShipped)?.Version
            ?? throw new InvalidModelException($"No version of {run.Algorithm} came with the game to begin from.");
        if (await FindObstacleAsync(data, versions, cancellation) is { } obstacle)
        {
            var nothing = Report([], new PromotionDecision(false, [obstacle]));
            return new RunOutcome(RunState.Refused, $"Nothing was learned: {obstacle}.", Version: null, nothing);
        }

        report(RunStage.Learning, 0, Text($"learns from {data.Learned.Count:N0} drawings of {data.Counts.Players} players"));
        var learned = await learner.LearnAsync(
            data.Learned, ExampleFolds.ByPlayer(data.Learned, Folds, await secret.ReadAsync(cancellation)),
            progress => report(RunStage.Learning, progress.Share, progress.Activity), cancellation);

        report(RunStage.Judging, 0, Text($"is judged on {data.Counts.JudgedOn:N0} drawings of {data.Counts.HeldOutPlayers} players"));
        var active = new ModelKey(run.Algorithm, versions.Active!);
        var before = await new ServiceHistory(library, versions).ReadAsync(active, cancellation);
        var judged = data.Judge(learned.OutOfFold, before);
        var comparisons = await evaluator.CompareAsync(
            learned.Package, active, new ModelKey(run.Algorithm, first), judged, options.TrustedInk,
            share => report(RunStage.Judging, share, "is judged on what must not be forgotten"), cancellation);
        var evidence = new GateEvidence(
            comparisons[0], comparisons.FirstOrDefault(comparison => comparison.Set == TrustedInk.SetName),
            [.. comparisons.Skip(1).Where(comparison => comparison.Set != TrustedInk.SetName)],
            // Of what an imported version has learned nobody knows: no gain over it is expected.
            LearnerRecord.Of(run.Algorithm, data.Learned.Count, before.LearnedFrom ?? data.Learned.Count),
            LearnerRecord.Of(run.Algorithm, data.Learned.Count));
        await decisions.RequireUnerasedAsync(revision, cancellation);
        return await PublishAsync(
            learned, data, versions.Active!,
            Report(comparisons, PromotionGate.Decide(evidence)) with { Rows = judged.CountIn(data.Counts) }, report, cancellation);

        TrainingReport Report(IReadOnlyList<ModelComparison> comparisons, PromotionDecision decision) => new()
        {
            Run = run.Id,
            Algorithm = run.Algorithm,
            Replaces = versions.Active,
            First = first,
            Trigger = run.Trigger,
            StartedAt = startedAt,
            Rows = data.Counts,
            Material = data.Digest(options.Setup),
            Comparisons = comparisons,
            Decision = decision,
            Seconds = clock.GetElapsedTime(started).TotalSeconds,
            ProcessorSeconds = (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds,
            DollarsPerCoreHour = options.DollarsPerCoreHour,
        };
    }

    /// <summary>
    /// How a run ended whose process was gone before it could say so: with a version on trial. Null where it began no trial.
    /// </summary>
    private async Task<RunOutcome?> FindTrialAsync(TrainingRun run, CancellationToken cancellation)
    {
        if ((await trials.ListAsync(cancellation)).FirstOrDefault(trial => trial.Run == run.Id) is not { } trial)
            return null;
        var key = new ModelKey(trial.Algorithm, trial.Version);
        var result = TrainingReport.Parse(await library.ReadFileAsync(key, TrainingReport.FileName, cancellation));
        return OnTrial(key.Version, result);
    }

    /// <summary>Why there is nothing to learn; null where there is something.</summary>
    private async Task<string?> FindObstacleAsync(TrainingData data, AlgorithmVersions versions, CancellationToken cancellation)
    {
        if (data.Learned.Count < MinExamples || data.Counts.Players < 2)
        {
            return $"{data.Learned.Count} answers that nobody doubts, by {data.Counts.Players} players, are too few; "
                + $"it takes {MinExamples} of 2 players to learn from, and {PromotionGate.MinJudged} of {PromotionGate.MinPlayers} who "
                + "have been here for a while for a version to go into service";
        }

        var same = await FindSameAsync(versions, data.Digest(options.Setup), cancellation);
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
            var isSettled = newest.Version == versions.Active || versions.WasOnShadow(newest.Version)
                || (report.Replaces == versions.Active && report.Decision is { Activates: false, Tries: false });
            return isSettled && report.Material == digest ? newest.Version : null;
        }
        catch (InvalidModelException)
        {
            // It has no report: it was imported, and not made of labels.
            return null;
        }
    }

    private async Task<RunOutcome> PublishAsync(
        LearnedVersion learned, TrainingData data, string active, TrainingReport result, Action<RunStage, double, string> report,
        CancellationToken cancellation)
    {
        report(RunStage.Publishing, 0, "is published");
        var answers = new OutOfFoldAnswers(data.Learned.Zip(learned.OutOfFold).ToDictionary(pair => pair.First.Id, pair => pair.Second));
        var published = await library.PublishAsync(Complete(learned.Package, answers, result), cancellation);
        var key = new ModelKey(published.Algorithm, published.Version);
        if (result.Decision is { Activates: false, Tries: false })
            return Refused(string.Join("; ", result.Decision.Reasons));
        report(RunStage.Activating, 0, result.Decision.Tries ? "goes on trial" : "goes into service");
        try
        {
            if (result.Decision.Tries)
                return await TryAsync();
            var summary = Summarise(result);
            var trouble = await activation.TryAsync(key, inPlaceOf: active, summary);
            return trouble is null
                ? Refused($"another version took the place of version {active}, with which it was compared")
                : End(RunState.Activated, $"is in service: {summary}.{trouble}");
        }
        catch (Exception e)
        {
            LogNotActivated(key, e);
            return End(RunState.Failed, "is published, but could not go into service or on trial; the log has the details.");
        }

        RunOutcome Refused(string reason) => End(RunState.Refused, $"stays out of service: {reason}.");

        RunOutcome End(RunState state, string what) => new(state, $"Version {published.Version} {what}", published.Version, result);

        async Task<RunOutcome> TryAsync()
        {
            var trial = new CandidateTrial
            {
                Algorithm = key.Algorithm,
                Version = key.Version,
                Against = active,
                Run = result.Run,
                LearnedFrom = data.Learned.Count,
                Since = clock.GetUtcNow(),
                Cursor = data.Cursor,
                Prior = result.Decision.Belief!,
            };
            var doubts = string.Join("; ", result.Decision.Reasons);
            return await trials.TryBeginAsync(trial, CancellationToken.None) is { } obstacle
                ? Refused($"{doubts}; and it cannot be tried: {obstacle}")
                : OnTrial(key.Version, result);
        }
    }

    private static RunOutcome OnTrial(string version, TrainingReport result) => new(
        RunState.OnTrial, $"Version {version} is on trial, because {string.Join("; ", result.Decision.Reasons)}.", version, result);

    private static ModelPackage Complete(ModelPackage candidate, OutOfFoldAnswers answers, TrainingReport report)
    {
        var (manifest, extras) = (candidate.Manifest, new Dictionary<string, byte[]>(candidate.Extras ?? new Dictionary<string, byte[]>()));
        extras[TrainingReport.FileName] = report.ToUtf8();
        extras[OutOfFoldAnswers.FileName] = answers.ToBytes();
        return candidate with
        {
            Manifest = manifest with
            {
                TrainedOn = report.Decision.Activates || report.Decision.Tries
                    ? manifest.TrainedOn
                    : manifest.TrainedOnToo(new { refused = string.Join("; ", report.Decision.Reasons) }),
                Metrics = [.. report.Comparisons.Select(Measure)],
            },
            Extras = extras,
        };

        static ModelMetric Measure(ModelComparison comparison) =>
            new(comparison.Set, Math.Round(comparison.Candidate.Accuracy ?? 0, 5), comparison.Candidate.N);
    }

    private static string Summarise(TrainingReport report)
    {
        var trusted = report.Comparisons.First(comparison => comparison.Set == TrustedInk.SetName);
        var risk = report.Decision.Belief!.Below(-PromotionGate.Harm);
        return Text($"{Mistakes(trusted.Candidate):0.0} mistakes instead of {Mistakes(trusted.Active):0.0} in 100 drawings of strangers ")
            + Text($"(n = {trusted.Candidate.N:N0}), and harm for others has a probability of {100 * risk:0.0} %");

        static double Mistakes(Proportion share) => 100 * (1 - share.Accuracy.GetValueOrDefault());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Error, "{Version} is published, but its activation or trial failed")]
    private partial void LogNotActivated(ModelKey version, Exception exception);
}
