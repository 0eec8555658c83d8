using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How often one algorithm's guesses were right, over all labelled drawings that it guessed.</summary>
/// <param name="Algorithm">The algorithm's id, or the name of a series (see <see cref="SeriesName"/>).</param>
/// <param name="N">How many labelled drawings it guessed.</param>
/// <param name="Correct">How many of them it guessed right.</param>
/// <param name="Digits">The same for each true digit: ten entries, 0 to 9.</param>
/// <param name="Confusion">Counts of drawings: ten rows by true digit, ten columns by guess.</param>
public sealed record AlgorithmStatistics(
    string Algorithm, int N, int Correct, IReadOnlyList<DigitStatistics> Digits, IReadOnlyList<IReadOnlyList<int>> Confusion)
    : Proportion(N, Correct)
{
    /// <summary>Derives all counts from a confusion matrix.</summary>
    /// <param name="algorithm">The algorithm's id, or the name of a series.</param>
    /// <param name="confusion">Ten rows by true digit, ten columns by guess.</param>
    public static AlgorithmStatistics From(string algorithm, IReadOnlyList<IReadOnlyList<int>> confusion)
    {
        DigitStatistics[] digits = [.. confusion.Select((row, digit) => new DigitStatistics(digit, row.Sum(), row[digit]))];
        return new(algorithm, digits.Sum(digit => digit.N), digits.Sum(digit => digit.Correct), digits, confusion);
    }
}
