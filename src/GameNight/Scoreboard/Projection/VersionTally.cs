using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts guesses and right guesses by version, and keeps the times of the first and the last.</summary>
public sealed class VersionTally
{
    private readonly int[] _counts;
    private readonly long[] _first;
    private readonly long[] _last;

    /// <param name="versions">How many versions there are when the count begins.</param>
    public VersionTally(int versions)
    {
        (_counts, _first, _last) = (new int[2 * versions], new long[versions], new long[versions]);
        Array.Fill(_first, long.MaxValue);
    }

    public void Add(int version, long time, bool isCorrect)
    {
        _counts[2 * version]++;
        _counts[2 * version + 1] += isCorrect ? 1 : 0;
        (_first[version], _last[version]) = (Math.Min(_first[version], time), Math.Max(_last[version], time));
    }

    public void Merge(VersionTally other)
    {
        Sums.Add(_counts, other._counts);
        for (var i = 0; i < _first.Length; i++)
            (_first[i], _last[i]) = (Math.Min(_first[i], other._first[i]), Math.Max(_last[i], other._last[i]));
    }

    /// <summary>One entry for each version that guessed a labelled drawing, by algorithm and by its first guess.</summary>
    public IReadOnlyList<VersionStatistics> ToStatistics(FactTable table) =>
    [
        .. Enumerable.Range(0, _first.Length)
            .Where(number => _counts[2 * number] > 0)
            .Select(number => ToStatistics(table.Versions[number], number))
            .OrderBy(version => version.Algorithm, StringComparer.Ordinal)
            .ThenBy(version => version.First),
    ];

    private VersionStatistics ToStatistics(ScoredVersion version, int number) => new(
        version.Algorithm, version.Version, version.IsShadow,
        new DateTimeOffset(_first[number], TimeSpan.Zero), new DateTimeOffset(_last[number], TimeSpan.Zero),
        _counts[2 * number], _counts[2 * number + 1]);
}
