using GameNight.Retraining.Queue;
using GameNight.Scoreboard.Advice;

namespace GameNight.ModelAdmin.Versions;

/// <summary>What is going on with a contestant, in a few words.</summary>
public static class AlgorithmState
{
    /// <summary><c>In service</c>, <c>learning…</c>, <c>version 3 on trial: ahead 14 to 6</c>, or why it is unavailable.</summary>
    public static IEnumerable<string> Of(AlgorithmView algorithm, Learning learning)
    {
        yield return algorithm.InService is null ? $"Unavailable: {algorithm.Reason ?? "it has no version."}" : "In service";
        if (algorithm.InService is not null && algorithm.Reason is { } reason)
            yield return reason;
        if (learning.Runs.FirstOrDefault(run => run.Algorithm == algorithm.Algorithm && !run.HasEnded) is { } run)
            yield return run.State == RunState.Queued ? "waits to learn" : "learning…";
        if (learning.Trials.FirstOrDefault(trial => trial.Algorithm == algorithm.Algorithm) is { } trial)
            yield return $"version {trial.Version} on trial: {TrialFormatter.Score(trial)}";
        else if (algorithm.OnShadow is { } shadow)
            yield return $"version {shadow.Key.Version} guesses along silently";
    }
}
