using GameNight.Play.Rounds;

namespace GameNight.Play.Sprint;

/// <summary>What the game says in a sprint.</summary>
internal static class SprintText
{
    /// <summary>The rule, while the clock does not run yet.</summary>
    public const string Rule = "Sixty seconds, from your first stroke. Digits read at the first try count 1, 2, 3, 4, then 5 points each.";

    /// <summary>What screen readers hear of the clock; null for nothing new.</summary>
    /// <param name="seconds">The seconds that are left.</param>
    public static string? ForClock(int seconds) => seconds switch
    {
        10 or 5 => $"{seconds} seconds left",
        _ => null,
    };

    /// <summary>What the row is worth; empty without one.</summary>
    public static string ForRow(int row) => row switch
    {
        0 => "",
        _ => $"{row} in a row: next one +{Math.Min(row + 1, SprintRun.MostPoints)}",
    };

    /// <summary>What a sprint has brought, in one line.</summary>
    public static string ForScore(SprintScore score) =>
        $"{Points(score.Points)}, {(score.Digits == 1 ? "1 digit" : $"{score.Digits} digits")} read";

    /// <summary>For a sprint that the page did not see end.</summary>
    public static string ForLost(SprintScore score) => $"Your last sprint stopped when the page was left: {ForScore(score)}.";

    /// <summary>The best sprint, before another one: points of different readers aren't equally hard to get.</summary>
    /// <param name="best">The night's best.</param>
    /// <param name="nameOf">The name of a contestant.</param>
    public static string ForBest(SprintResult best, Func<string, string> nameOf) =>
        $"Best tonight: {Points(best.Score.Points)}" + (best.Reader is { } reader ? $", read by {nameOf(reader)}" : "");

    public static string Points(int points) => points == 1 ? "1 point" : $"{points} points";
}
