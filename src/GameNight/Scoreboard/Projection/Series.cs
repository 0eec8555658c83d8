using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Tells which guesses are counted together: those of all versions of an algorithm that were in service, and those of each version in
/// shadow by itself.
/// </summary>
public sealed class Series
{
    private readonly int[] _numbers;
    private readonly ScoredVersion[] _versions;

    private Series(IReadOnlyList<string> names, int[] numbers, ScoredVersion[] versions) =>
        (Names, _numbers, _versions) = (names, numbers, versions);

    /// <summary>The names of the series by number (see <see cref="SeriesName"/>), including those without a guess that counts.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many versions the table had.</summary>
    public int VersionCount => _numbers.Length;

    /// <summary>
    /// The number of the series to which a version belongs; −1 where its guesses do not count, or where it was added to the table later.
    /// </summary>
    /// <param name="version">The version's number in <see cref="FactTable.Versions"/>.</param>
    public int this[int version] => version < _numbers.Length ? _numbers[version] : -1;

    /// <summary>A version whose guesses count.</summary>
    /// <param name="version">The version's number in <see cref="FactTable.Versions"/>.</param>
    public ScoredVersion Version(int version) => _versions[version];

    /// <param name="table">Has the versions.</param>
    /// <param name="algorithm">The only algorithm whose guesses count; null for all.</param>
    public static Series Of(FactTable table, string? algorithm)
    {
        var names = new ValueIndex<string>();
        var versions = table.Versions.All;
        var numbers = new int[versions.Length];
        for (var i = 0; i < versions.Length; i++)
            numbers[i] = algorithm is null || versions[i].Algorithm == algorithm ? names.NumberOf(SeriesName.Of(versions[i])) : -1;
        return new Series([.. names.All], numbers, [.. versions]);
    }
}
