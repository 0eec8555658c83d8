using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>How often one algorithm's guess was the marked digit.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="N">How many marked drawings it guessed.</param>
/// <param name="Correct">How many of them it got right.</param>
/// <param name="Digits">The same for each true digit, 0 to 9.</param>
/// <param name="Confusion">10 rows by true digit × 10 columns by guess: how many drawings.</param>
public sealed record AlgorithmStatistics(
    string Algorithm, int N, int Correct, IReadOnlyList<DigitStatistics> Digits, IReadOnlyList<IReadOnlyList<int>> Confusion) : Proportion(N, Correct)
{
    /// <param name="algorithm">Its id.</param>
    /// <param name="confusion">10 rows by true digit × 10 columns by guess.</param>
    public static AlgorithmStatistics From(string algorithm, IReadOnlyList<IReadOnlyList<int>> confusion)
    {
        DigitStatistics[] digits = [.. confusion.Select((row, digit) => new DigitStatistics(digit, row.Sum(), row[digit]))];
        return new(algorithm, digits.Sum(digit => digit.N), digits.Sum(digit => digit.Correct), digits, confusion);
    }
}
