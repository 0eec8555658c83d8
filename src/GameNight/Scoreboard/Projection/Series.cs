using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Whose guesses are counted together: all versions of an algorithm that were in service, and each version on trial by itself,
/// as <c>app-network@3</c>.
/// </summary>
public sealed class Series
{
    private readonly int[] _ofContender;

    private Series(IReadOnlyList<string> names, int[] ofContender) => (Names, _ofContender) = (names, ofContender);

    /// <summary>By number. One for each algorithm, whether it guessed a drawing that counts or not.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The series of a contender; −1 where it does not count.</summary>
    public int this[int contender] => _ofContender[contender];

    /// <param name="table">Who guessed.</param>
    /// <param name="algorithm">Only this one; null for all.</param>
    public static Series Of(FactTable table, string? algorithm)
    {
        var names = new ValueIndex<string>();
        var contenders = table.Contenders.All;
        var numbers = new int[contenders.Length];
        for (var i = 0; i < contenders.Length; i++)
            numbers[i] = algorithm is null || contenders[i].Algorithm == algorithm ? names.NumberOf(SeriesName.Of(contenders[i])) : -1;
        return new Series([.. names.All], numbers);
    }
}
