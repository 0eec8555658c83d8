using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Right and marked, by version, and from when to when it guessed.</summary>
public sealed class VersionTally
{
    private readonly int[] _counts;
    private readonly long[] _first;
    private readonly long[] _last;

    public VersionTally(int contenders)
    {
        (_counts, _first, _last) = (new int[2 * contenders], new long[contenders], new long[contenders]);
        Array.Fill(_first, long.MaxValue);
    }

    /// <summary>How many there were when the count began.</summary>
    public int Contenders => _first.Length;

    public void Add(int contender, long time, bool isRight)
    {
        _counts[2 * contender]++;
        _counts[2 * contender + 1] += isRight ? 1 : 0;
        (_first[contender], _last[contender]) = (Math.Min(_first[contender], time), Math.Max(_last[contender], time));
    }

    public void Merge(VersionTally other)
    {
        Sums.Add(_counts, other._counts);
        for (var i = 0; i < _first.Length; i++)
            (_first[i], _last[i]) = (Math.Min(_first[i], other._first[i]), Math.Max(_last[i], other._last[i]));
    }

    /// <summary>One for each version that guessed a marked drawing, by algorithm and by when it first did.</summary>
    public IReadOnlyList<VersionStatistics> ToStatistics(FactTable table) =>
    [
        .. Enumerable.Range(0, Contenders).Where(contender => _counts[2 * contender] > 0)
            .Select(contender => new VersionStatistics(
                table.Contenders[contender].Algorithm, table.Contenders[contender].Version, table.Contenders[contender].IsShadow,
                new DateTimeOffset(_first[contender], TimeSpan.Zero), new DateTimeOffset(_last[contender], TimeSpan.Zero), _counts[2 * contender], _counts[2 * contender + 1]))
            .OrderBy(version => version.Algorithm, StringComparer.Ordinal).ThenBy(version => version.First),
    ];
}
