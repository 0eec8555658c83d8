using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Projection;

/// <summary>Right and marked of some versions, and which of it was last, in whatever order the rows are.</summary>
public sealed class DriftTally
{
    private readonly int[] _places;
    private readonly int[] _marked;
    private readonly int[] _correct;

    /// <summary>The latest moments of each, twice their ticks and 1 more where it was right; the earliest of them on top.</summary>
    private readonly PriorityQueue<long, long>[] _latest;

    private DriftTally(int[] places, int versions)
    {
        (_places, _marked, _correct) = (places, new int[versions], new int[versions]);
        _latest = [.. Enumerable.Range(0, versions).Select(_ => new PriorityQueue<long, long>(Drift.Window + 1))];
    }

    /// <param name="table">Everything that was played.</param>
    /// <param name="versions">Those in service that are looked at.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    /// <returns>One for each version that guessed a marked drawing.</returns>
    public static IReadOnlyList<Drift> Count(FactTable table, IReadOnlyList<ScoredVersion> versions, CancellationToken cancellation)
    {
        int[] places = [.. table.Contenders.All.ToArray().Select(contender => versions.Index().Where(version => version.Item == contender).Select(version => version.Index).DefaultIfEmpty(-1).First())];
        var tally = table.Aggregate(
            () => new DriftTally(places, versions.Count), static (DriftTally sum, in PlayRow play) => sum.Add(play), (sum, part) => sum.Merge(part), Filter.All, cancellation);
        return [.. versions.Index().Where(version => tally._marked[version.Index] > 0).Select(version => tally.ToDrift(version.Item, version.Index))];
    }

    private void Add(in PlayRow play)
    {
        if (play.Mark.Digit < 0)
            return;
        for (var i = 0; i < play.Contenders.Length; i++)
        {
            // Somebody who came after the count began has no place in it.
            if (play.Contenders[i] >= _places.Length || _places[play.Contenders[i]] is not (>= 0 and var place))
                continue;
            var isRight = play.Digits[i] == play.Mark.Digit ? 1 : 0;
            (_marked[place], _correct[place]) = (_marked[place] + 1, _correct[place] + isRight);
            Keep(place, 2 * play.Time + isRight);
        }
    }

    private void Merge(DriftTally other)
    {
        Sums.Add(_marked, other._marked);
        Sums.Add(_correct, other._correct);
        for (var place = 0; place < _latest.Length; place++)
        {
            foreach (var (moment, _) in other._latest[place].UnorderedItems)
                Keep(place, moment);
        }
    }

    private void Keep(int place, long moment)
    {
        _latest[place].Enqueue(moment, moment);
        if (_latest[place].Count > Drift.Window)
            _latest[place].Dequeue();
    }

    private Drift ToDrift(ScoredVersion version, int place)
    {
        var lately = new Proportion(_latest[place].Count, _latest[place].UnorderedItems.Count(moment => moment.Element % 2 == 1));
        return new Drift(version.Algorithm, version.Version, lately, new Proportion(_marked[place] - lately.N, _correct[place] - lately.Correct));
    }
}
