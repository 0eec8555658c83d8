namespace GameNight.Scoreboard.Results;

/// <summary>A digit that a contestant often takes for another one.</summary>
/// <param name="Algorithm">The name of the series that guessed.</param>
/// <param name="Drawn">The true digit, 0 to 9.</param>
/// <param name="Taken">The digit that it guesses, 0 to 9.</param>
/// <param name="Count">How many drawings were taken for the other digit.</param>
/// <param name="N">How many drawings of the true digit the contestant guessed.</param>
public sealed record Mistake(string Algorithm, int Drawn, int Taken, int Count, int N)
{
    /// <summary>The drawings for which it was made.</summary>
    public DrawingSelection Drawings => new(Algorithm, Drawn, Taken);

    /// <summary>
    /// The most frequent mistake; of equally frequent ones, that with the rarer digit. Null if all guesses were right.
    /// </summary>
    public static Mistake? MostFrequent(IReadOnlyList<AlgorithmStatistics> algorithms) => (
        from algorithm in algorithms
        from drawn in algorithm.Digits
        from taken in Enumerable.Range(0, 10)
        let count = algorithm.Confusion[drawn.Digit][taken]
        where taken != drawn.Digit && count > 0
        orderby count descending, drawn.N, algorithm.Algorithm, drawn.Digit, taken
        select new Mistake(algorithm.Algorithm, drawn.Digit, taken, count, drawn.N)).FirstOrDefault();
}
