using System.Globalization;
using System.Numerics.Tensors;
using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Statistics;
using GameNight.Storage;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Trial;

/// <summary>Judges the trials by the drawings that came since they began, and ends those that can be decided.</summary>
public sealed partial class TrialJudge(
    Trials trials, IObservationStore store, ReviewDecisions decisions, OutOfFoldPredictor outOfFold, ModelLibrary library,
    VersionActivation activation, TimeProvider clock, ILogger<TrialJudge> log)
{
    /// <summary>How many new labels are worth another look while people play: judging takes the time of a review.</summary>
    private const int MinNew = 20;

    /// <summary>The algorithms whose trials could not be judged the last time: of a row of failures, the log has the first.</summary>
    private readonly HashSet<string> _failing = [];

    /// <summary>Whether a trial has enough drawings that it was not judged by.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<bool> HasNewAsync(CancellationToken cancellation)
    {
        var going = await trials.ListAsync(cancellation);
        if (going.Count == 0)
            return false;
        var labelled = await store.CountLabelledAsync(cancellation);
        return going.Any(trial => Math.Abs(labelled - trial.Labelled) >= MinNew);
    }

    /// <summary>
    /// Judges every trial anew. One process at a time does so. A trial that cannot be judged goes on, and keeps no other from being
    /// judged.
    /// </summary>
    /// <exception cref="StoreException">The trials cannot be read.</exception>
    public async Task JudgeAsync(CancellationToken cancellation)
    {
        foreach (var trial in await trials.ListAsync(cancellation))
        {
            try
            {
                await EndOrJudgeAsync(trial, cancellation);
                _failing.Remove(trial.Algorithm);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (_failing.Add(trial.Algorithm))
                    LogNotJudged(trial.Algorithm, trial.Version, e);
            }
        }
    }

    private async Task EndOrJudgeAsync(CandidateTrial trial, CancellationToken cancellation)
    {
        var versions = await library.FindAsync(trial.Algorithm, cancellation);
        if (versions.Active == trial.Version)
            await trials.EndAsync(trial, RunState.Activated, "is in service.", cancellation);
        else if (versions.Active != trial.Against)
            await EndAsync(trial, $"version {versions.Active} is in service in the place of {trial.Against}", cancellation);
        else if (versions.OnShadow?.Version != trial.Version)
            await EndAsync(trial, "it is no longer on shadow", cancellation);
        else
            await JudgeAsync(trial, versions, cancellation);
    }

    private async Task JudgeAsync(CandidateTrial trial, AlgorithmVersions versions, CancellationToken cancellation)
    {
        var labelled = await store.CountLabelledAsync(cancellation);
        if (labelled == trial.Labelled)
            return;
        var tally = await CountAsync(trial, versions, cancellation);
        var judged = trial with { Tally = tally, Labelled = labelled };
        switch (TrialTest.Judge(trial.Prior, tally))
        {
            case TrialVerdict.Better:
                var why = $"better in its trial: {Describe(tally)}";
                var trouble = await activation.TryAsync(new ModelKey(trial.Algorithm, trial.Version), trial.Against, why);
                if (trouble is not null)
                    await trials.EndAsync(judged, RunState.Activated, $"is in service: {why}.{trouble}", CancellationToken.None);
                break;
            case TrialVerdict.Worse:
                await EndAsync(judged, $"it is probably worse, with {Describe(tally)}", cancellation);
                break;
            case TrialVerdict.Undecided:
                await EndAsync(judged, string.Create(
                    CultureInfo.InvariantCulture, $"nobody can tell after {tally.Seen:N0} drawings"), cancellation);
                break;
            default:
                await trials.KeepAsync(judged, cancellation);
                break;
        }
    }

    /// <summary>Compares what both versions guessed when the drawings were made, on those that decide.</summary>
    private async Task<TrialTally> CountAsync(CandidateTrial trial, AlgorithmVersions versions, CancellationToken cancellation)
    {
        var read = await LabelledDrawings.ReadAsync(store, decisions, trial.Cursor, trial.Algorithm, _ => { }, cancellation);
        var tried = read.Drawings
            .Where(drawing => Find(drawing, trial.Version) is not null && Find(drawing, trial.Against) is not null).ToList();
        if (tried.Count == 0)
            return TrialTally.None;
        var seen = TrialTally.None with { Seen = tried.Count };
        var review = LabelReview.Review(tried, await outOfFold.PredictAsync(tried, cancellation));
        var accepted = review.Accepted.Select(example => example.Id).ToHashSet();
        var certain = tried.Where(drawing => accepted.Contains(drawing.Example.Id)).ToList();
        var judging = JudgingPlayers.Of(certain, clock.GetUtcNow());
        var plays = certain.Where(drawing => JudgingPlayers.Counts(drawing) && judging.Contains(drawing.Example.Player))
            .ToDictionary(drawing => drawing.Example.Id);
        // Nobody weighs more than in learning.
        var examples = PlayerCap.Of([.. plays.Values.Select(drawing => drawing.Example)]);
        if (examples.Count == 0)
            return seen;

        int[] digits = [.. examples.Select(example => example.Digit)];
        string[] people = [.. examples.Select(example => example.Player)];
        var candidate = Results(example => Find(plays[example.Id], trial.Version)!);
        var active = Results(example => Find(plays[example.Id], trial.Against)!);
        var first = versions.Versions.LastOrDefault(versions.IsShipped)?.Version;
        ClusteredMean? overFirst = null;
        if (first is not null && first != trial.Against)
        {
            using var classifier = await OnnxClassifier.LoadAsync(library, new ModelKey(trial.Algorithm, first), cancellation);
            overFirst = candidate.GainOver(Results(example => classifier.Predict(example.Image)), people);
        }

        // Before the cap, which takes a player's newest drawings: the first votes must stay the first.
        var (won, lost) = CountVotes(certain.Where(drawing => plays.ContainsKey(drawing.Example.Id)), trial);
        return new TrialTally(
            examples.Count, people.Distinct().Count(),
            candidate.Correct.Zip(active.Correct).Count(pair => pair is (true, false)),
            candidate.Correct.Zip(active.Correct).Count(pair => pair is (false, true)),
            candidate.GainOver(active, people), overFirst)
        {
            Seen = tried.Count,
            VotesWon = won,
            VotesLost = lost,
        };

        float[]? Find(LabelledDrawing drawing, string version) => drawing.Play.Find(trial.Algorithm, version);

        PredictionResults Results(Func<TrainingExample, float[]> answer) =>
            PredictionResults.Of([.. examples.SelectMany(answer)], digits);
    }

    /// <summary>The votes of each person: the first drawings that only one of both versions read.</summary>
    private static (int Won, int Lost) CountVotes(IEnumerable<LabelledDrawing> oldestFirst, CandidateTrial trial)
    {
        var votes = oldestFirst
            .Select(drawing => (drawing.Example.Player, Won: Reads(drawing, trial.Version), Lost: Reads(drawing, trial.Against)))
            .Where(drawing => drawing.Won != drawing.Lost)
            .GroupBy(drawing => drawing.Player)
            .SelectMany(person => person.Take(TrialTest.MaxVotes))
            .ToList();
        return (votes.Count(vote => vote.Won), votes.Count(vote => vote.Lost));

        bool Reads(LabelledDrawing drawing, string version) =>
            TensorPrimitives.IndexOfMax(drawing.Play.Find(trial.Algorithm, version)) == drawing.Example.Digit;
    }

    private Task EndAsync(CandidateTrial trial, string why, CancellationToken cancellation) =>
        trials.EndAsync(trial, RunState.Refused, $"left its trial: {why}.", cancellation);

    private static string Describe(TrialTally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{tally.Wins:N0} to {tally.Losses:N0} after {tally.Drawings:N0} drawings by {tally.Players:N0} people, "
        + $"a gain of {100 * tally.Gain!.Mean:+0.00;-0.00;0.00} points ({100 * tally.Gain.Low:+0.00;-0.00;0.00} to "
        + $"{100 * tally.Gain.High:+0.00;-0.00;0.00})");

    [LoggerMessage(LogLevel.Error, "The trial of {Algorithm} version {Version} could not be judged; it goes on")]
    private partial void LogNotJudged(string algorithm, string version, Exception exception);
}
