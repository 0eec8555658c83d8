using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>Names the digits that contestants misread most.</summary>
public static class HardestDigits
{
    /// <summary>With fewer drawings of a digit, one mistake would put it first.</summary>
    public const int MinDrawings = 10;

    private const int Most = 3;

    /// <summary><c>Hardest: 8 for k-means (38 mistakes in 100), 9 for …</c>, three at most.</summary>
    /// <param name="algorithms">Who guessed.</param>
    /// <param name="nameOf">The name of an algorithm by its id.</param>
    public static string Of(IReadOnlyList<AlgorithmStatistics> algorithms, Func<string, string> nameOf)
    {
        var misread = (
            from algorithm in algorithms
            from digit in algorithm.Digits
            where digit.Correct < digit.N
            select (algorithm.Algorithm, Digit: digit)).ToList();
        if (algorithms.All(algorithm => algorithm.N == 0))
            return "Once drawings have answers, this shows which digits are hard.";
        if (misread.Count == 0)
            return "No digit was misread yet.";
        var hardest = misread.Where(cell => cell.Digit.N >= MinDrawings)
            .OrderBy(cell => cell.Digit.Accuracy).ThenByDescending(cell => cell.Digit.N)
            .ThenBy(cell => cell.Algorithm, StringComparer.Ordinal).ThenBy(cell => cell.Digit.Digit)
            .Take(Most)
            .Select(cell => $"{cell.Digit.Digit} for {nameOf(cell.Algorithm)} ({ScoreFormatter.MistakeRate(cell.Digit)})")
            .ToList();
        return hardest.Count > 0 ? $"Hardest: {Enumeration.Of(hardest)}."
            : $"Too early to say which digits are hard: it takes {MinDrawings} drawings of one.";
    }
}
