using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts labelled drawings by series, true digit and guess.</summary>
public sealed class ConfusionTally(int series)
{
    private readonly int[] _cells = new int[100 * series];

    public void Add(int series, int truth, int guess) => _cells[100 * series + 10 * truth + guess]++;

    public void Merge(ConfusionTally other) => Sums.Add(_cells, other._cells);

    /// <summary>One entry for each series that guessed a labelled drawing, in order of name.</summary>
    public IReadOnlyList<AlgorithmStatistics> ToStatistics(IReadOnlyList<string> names) =>
    [
        .. names.Select((name, series) => AlgorithmStatistics.From(name, [.. _cells.Skip(100 * series).Take(100).Chunk(10)]))
            .Where(statistics => statistics.N > 0)
            .OrderBy(statistics => statistics.Algorithm, StringComparer.Ordinal),
    ];
}
