using System.Globalization;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Scoreboard.Charts;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Advice;

/// <summary>What there is to know before one decides whether those who can learn should do so again.</summary>
/// <param name="Labelled">How many drawings are marked.</param>
/// <param name="NewMarks">How many of those marks came since the last run that used them up.</param>
/// <param name="Runs">All that is known of earlier runs, latest first.</param>
/// <param name="Drifts">How those in service who can learn do lately.</param>
/// <param name="CanLearn">Whether anybody can learn on this machine.</param>
/// <param name="Options">When it happens by itself.</param>
public sealed record RetrainFacts(
    long Labelled, long NewMarks, IReadOnlyList<TrainingRun> Runs, IReadOnlyList<Drift> Drifts, bool CanLearn, TrainingOptions Options)
{
    /// <summary>The last run that came to an end; null where there was none.</summary>
    public TrainingRun? LastRun => Runs.FirstOrDefault(run => run.HasEnded);

    /// <summary>The last version that a run made, in service or not; null where there is none.</summary>
    public TrainingRun? LastVersion => Runs.FirstOrDefault(run => run.Version is not null);

    /// <summary><c>at 250 new marks, or at 04:00</c>; null where nothing happens by itself in this game.</summary>
    public string? ByItself => Options switch
    {
        { Enabled: false } or { NewMarks: 0, Daily: null } => null,
        { NewMarks: 0, Daily: { } hour } => $"at {Clock(hour)}",
        { NewMarks: var marks, Daily: null } => $"at {ScoreFormatter.Count(marks)} new marks",
        { NewMarks: var marks, Daily: { } hour } => $"at {ScoreFormatter.Count(marks)} new marks, or at {Clock(hour)}",
    };

    private static string Clock(TimeOnly hour) => hour.ToString("HH:mm", CultureInfo.InvariantCulture);
}
