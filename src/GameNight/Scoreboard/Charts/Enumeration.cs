namespace GameNight.Scoreboard.Charts;

/// <summary>Puts several things into a sentence.</summary>
public static class Enumeration
{
    /// <summary>How many names a sentence carries; with more, the others are counted.</summary>
    private const int MaxNames = 3;

    /// <summary><c>A</c>, <c>A and B</c>, <c>A, B and C</c>.</summary>
    /// <param name="parts">At least one.</param>
    public static string Of(IReadOnlyList<string> parts) =>
        parts is [var only] ? only : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";

    /// <summary>Like <see cref="Of"/>, and from five names on <c>A, B and 3 others</c>.</summary>
    /// <param name="names">At least one.</param>
    public static string OfNames(IReadOnlyList<string> names) => names.Count > MaxNames + 1
        ? Of([.. names.Take(MaxNames - 1), $"{names.Count - MaxNames + 1} others"])
        : Of(names);
}
