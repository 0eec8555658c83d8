using System.Globalization;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;

namespace GameNight.Play.Rounds;

/// <summary>How a training run ended, in a sentence for whoever plays.</summary>
public static class RunText
{
    /// <param name="run">A run that has ended.</param>
    /// <param name="name">The name of its contestant.</param>
    /// <returns>Null where there is nothing to tell.</returns>
    public static string? Of(TrainingRun run, string name) => run.State switch
    {
        RunState.Activated => $"{name} passed: {Gain(run.Report) ?? "it proved better, and took over"}.",
        RunState.OnTrial => $"{name} has learned something. Is it better? It guesses in secret until we know.",
        RunState.Refused when run.WasOnTrial => $"The trial of {name} is over: the new version didn’t get in.",
        // Nobody could tell, and an older version is on trial already: that one's end will be the news.
        RunState.Refused when run.Report is { Decision.Tries: true } => null,
        // Another version has taken the place for which it was made: that one is the news.
        RunState.Refused when run.Report is { Decision.Activates: true } => null,
        RunState.Refused when run.Report is { Comparisons.Count: > 0 } judged =>
            $"{name} didn’t make it: {ObjectionWords.Of(judged.Decision, "before") ?? "no better"}. It stays as it was.",
        RunState.Refused => $"{name} had too little that’s new to learn from.",
        RunState.Failed => $"{name} couldn’t learn this time. It plays on as it was.",
        _ => null,
    };

    /// <summary>By how many mistakes in 100 digits of strangers it is better; null where that is not known, or it has no fewer.</summary>
    private static string? Gain(TrainingReport? report)
    {
        if (report?.Comparisons.FirstOrDefault(comparison => comparison.Set == TrustedInk.SetName) is not { } strangers
            || strangers.Candidate.Accuracy - strangers.Active.Accuracy is not { } gain)
        {
            return null;
        }

        var fewer = (100 * gain).ToString("0.0", CultureInfo.InvariantCulture);
        return gain < 0.0005 ? null : $"{fewer} fewer mistakes in 100 strangers’ digits";
    }
}
