namespace GameNight.Scoreboard.Results;

/// <summary>Some of the answered drawings that a contestant guessed: those behind a number on the page.</summary>
/// <param name="Algorithm">The name of the series that guessed: <c>app-network</c>, or on shadow <c>app-network@3</c>.</param>
/// <param name="Drawn">Only drawings of this digit, 0 to 9; null for all.</param>
/// <param name="Taken">Only drawings that it took for this digit, 0 to 9; null for all that it misread.</param>
public sealed record DrawingSelection(string Algorithm, int? Drawn = null, int? Taken = null)
{
    /// <summary>What an address says where all digits are meant.</summary>
    public const string Any = "any";

    /// <summary>Whether a guess is one of them.</summary>
    /// <param name="truth">The true digit.</param>
    /// <param name="guess">What the contestant took it for.</param>
    public bool Includes(int truth, int guess) =>
        (Drawn is null || Drawn == truth) && (Taken is { } taken ? taken == guess : truth != guess);

    /// <summary>How many there are.</summary>
    public int CountIn(AlgorithmStatistics algorithm) => (
        from truth in Enumerable.Range(0, 10)
        from guess in Enumerable.Range(0, 10)
        where Includes(truth, guess)
        select algorithm.Confusion[truth][guess]).Sum();

    /// <summary>
    /// Reads the query of a page's address. Null where it selects none: people shorten addresses, and programs make them up.
    /// </summary>
    public static DrawingSelection? Parse(string? of, string? drawn, string? taken) => string.IsNullOrEmpty(of) ? null
        : (drawn, FindDigit(drawn), taken, FindDigit(taken)) switch
        {
            (Any, _, null, _) => new(of),
            (_, { } digit, null, _) => new(of, digit),
            (_, { } digit, _, { } guess) => new(of, digit, guess),
            _ => null,
        };

    private static int? FindDigit(string? text) => text is [>= '0' and <= '9' and var digit] ? digit - '0' : null;
}
