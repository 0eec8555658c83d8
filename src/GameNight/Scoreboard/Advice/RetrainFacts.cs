using System.Globalization;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Advice;

/// <summary>What speaks for and against retraining.</summary>
/// <param name="Labelled">How many drawings are labelled.</param>
/// <param name="NewLabels">How many of them were labelled since the last run that used them.</param>
/// <param name="Runs">The known runs, latest first.</param>
/// <param name="Trials">The versions that are on trial.</param>
/// <param name="Drifts">The recent accuracy of the versions in service that can be retrained.</param>
/// <param name="CanLearn">Whether an algorithm can be trained on this machine.</param>
/// <param name="Options">When runs start by themselves.</param>
public sealed record RetrainFacts(
    long Labelled, long NewLabels, IReadOnlyList<TrainingRun> Runs, IReadOnlyList<CandidateTrial> Trials, IReadOnlyList<Drift> Drifts,
    bool CanLearn, TrainingOptions Options)
{
    /// <summary>The latest run that has ended; null if there is none.</summary>
    public TrainingRun? LastRun => Runs.FirstOrDefault(run => run.HasEnded);

    /// <summary>The latest run that made a version, in service or not; null if there is none.</summary>
    public TrainingRun? LastVersion => Runs.FirstOrDefault(run => run.Version is not null);

    /// <summary>When runs start by themselves: <c>at 250 new answers, or at 04:00</c>; null if they never do.</summary>
    public string? Schedule => ScheduleOf(Options);

    /// <summary>When runs start by themselves with these options, in the same words.</summary>
    public static string? ScheduleOf(TrainingOptions options) => options switch
    {
        { Enabled: false } or { NewMarks: 0, Daily: null } => null,
        { NewMarks: 0, Daily: { } time } => $"at {Format(time)}",
        { NewMarks: var labels, Daily: null } => $"at {ScoreFormatter.Count(labels)} new answers",
        { NewMarks: var labels, Daily: { } time } => $"at {ScoreFormatter.Count(labels)} new answers, or at {Format(time)}",
    };

    private static string Format(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
