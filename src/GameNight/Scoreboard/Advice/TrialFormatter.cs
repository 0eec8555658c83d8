using GameNight.Retraining.Trial;
using GameNight.Scoreboard.Charts;

namespace GameNight.Scoreboard.Advice;

/// <summary>Words for how a trial does.</summary>
public static class TrialFormatter
{
    /// <summary><c>ahead 14 to 6</c>.</summary>
    public static string Score(CandidateTrial trial)
    {
        var tally = trial.Tally;
        var lead = Math.Sign(tally.Wins - tally.Losses) switch { > 0 => "ahead", < 0 => "behind", _ => "level" };
        return $"{lead} {ScoreFormatter.Count(tally.Wins)} to {ScoreFormatter.Count(tally.Losses)}";
    }

    /// <summary><c>ahead 14 to 6 after 310 drawings, 41 to go at this pace</c>.</summary>
    public static string Describe(CandidateTrial trial)
    {
        var tally = trial.Tally;
        if (tally.Drawings == 0)
            return $"no drawing that counts yet; it takes {TrialTest.MinDrawings} drawings by {TrialTest.MinPlayers} people";
        var score = $"{Score(trial)} after {ScoreFormatter.Count(tally.Drawings, "drawing")}";
        if (tally.Players < TrialTest.MinPlayers)
            return $"{score} of {tally.Players} {(tally.Players == 1 ? "person" : "people")}; it takes {TrialTest.MinPlayers}";
        return TrialTest.Remaining(trial.Prior, tally) is { } more
            ? $"{score}, {ScoreFormatter.Count(more)} to go at this pace"
            : $"{score}, open at this pace; it ends after {ScoreFormatter.Count(TrialTest.MaxDrawings, "drawing")}";
    }
}
