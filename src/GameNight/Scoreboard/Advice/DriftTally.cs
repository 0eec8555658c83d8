using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Advice;

/// <summary>
/// Counts the labelled drawings of some versions, and separately the latest <see cref="Drift.Window"/> of each. The rows may be in any
/// order.
/// </summary>
public sealed class DriftTally
{
    /// <summary>For each number of a version in the table, its index among the counted versions, or −1.</summary>
    private readonly int[] _indices;
    private readonly int[] _labelled;
    private readonly int[] _correct;

    /// <summary>
    /// The latest drawings of each version: twice the ticks of the time, plus 1 if the guess was right. The earliest comes out first.
    /// </summary>
    private readonly PriorityQueue<long, long>[] _latest;

    private DriftTally(int[] indices, int versions)
    {
        (_indices, _labelled, _correct) = (indices, new int[versions], new int[versions]);
        _latest = [.. Enumerable.Range(0, versions).Select(_ => new PriorityQueue<long, long>(Drift.Window + 1))];
    }

    /// <summary>Counts all rows of a table.</summary>
    /// <param name="table">The plays.</param>
    /// <param name="versions">The versions to count, each once.</param>
    /// <param name="cancellation">Ends the count.</param>
    /// <returns>One entry for each of the versions that guessed a labelled drawing.</returns>
    public static IReadOnlyList<Drift> Count(FactTable table, IReadOnlyList<ScoredVersion> versions, CancellationToken cancellation)
    {
        var wanted = versions.ToList();
        int[] indices = [.. table.Versions.All.ToArray().Select(version => wanted.IndexOf(version))];
        var tally = table.Aggregate(
            () => new DriftTally(indices, wanted.Count),
            static (DriftTally sum, in PlayRow play) => sum.Add(play),
            (sum, part) => sum.Merge(part),
            Filter.All,
            cancellation);
        return
        [
            .. wanted.Index()
                .Where(version => tally._labelled[version.Index] > 0)
                .Select(version => tally.ToDrift(version.Item, version.Index)),
        ];
    }

    private void Add(in PlayRow play)
    {
        if (play.Label.Digit < 0)
            return;
        for (var i = 0; i < play.Versions.Length; i++)
        {
            // A version that was added to the table after the count began has no index.
            if (play.Versions[i] >= _indices.Length || _indices[play.Versions[i]] is not (>= 0 and var index))
                continue;
            var correct = play.Digits[i] == play.Label.Digit ? 1 : 0;
            (_labelled[index], _correct[index]) = (_labelled[index] + 1, _correct[index] + correct);
            Keep(index, 2 * play.Time + correct);
        }
    }

    private void Merge(DriftTally other)
    {
        Sums.Add(_labelled, other._labelled);
        Sums.Add(_correct, other._correct);
        for (var index = 0; index < _latest.Length; index++)
        {
            foreach (var (drawing, _) in other._latest[index].UnorderedItems)
                Keep(index, drawing);
        }
    }

    private void Keep(int index, long drawing)
    {
        _latest[index].Enqueue(drawing, drawing);
        if (_latest[index].Count > Drift.Window)
            _latest[index].Dequeue();
    }

    private Drift ToDrift(ScoredVersion version, int index)
    {
        var latest = _latest[index].UnorderedItems;
        var recent = new Proportion(latest.Count, latest.Count(drawing => drawing.Element % 2 == 1));
        var earlier = new Proportion(_labelled[index] - recent.N, _correct[index] - recent.Correct);
        return new Drift(version.Algorithm, version.Version, recent, earlier);
    }
}
