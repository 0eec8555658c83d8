using System.Runtime.InteropServices;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Counts labelled drawings by the set of series that guessed them and the set that guessed them right. A set has a bit for each series.
/// </summary>
public sealed class PairTally
{
    /// <summary>Series with a higher number are not compared.</summary>
    public const int MaxSeries = 64;

    private readonly Dictionary<(ulong Guessed, ulong Correct), int> _drawings = [];

    public void Add(ulong guessed, ulong correct) => CollectionsMarshal.GetValueRefOrAddDefault(_drawings, (guessed, correct), out _)++;

    public void Merge(PairTally other)
    {
        foreach (var (sets, count) in other._drawings)
            CollectionsMarshal.GetValueRefOrAddDefault(_drawings, sets, out _) += count;
    }

    /// <summary>One entry for each two series that guessed the same labelled drawing, in order of name.</summary>
    public IReadOnlyList<PairStatistics> ToStatistics(IReadOnlyList<string> names)
    {
        var order = Enumerable.Range(0, Math.Min(names.Count, MaxSeries)).OrderBy(series => names[series], StringComparer.Ordinal).ToList();
        return
        [
            .. from first in order
               from second in order.Skip(order.IndexOf(first) + 1)
               select Of(first, second) into pair
               where pair.N > 0
               select pair,
        ];

        PairStatistics Of(int first, int second)
        {
            // By two bits: whether the first was right, and whether the second was.
            Span<int> counts = stackalloc int[4];
            foreach (var ((guessed, correct), count) in _drawings)
            {
                if (((guessed >> first) & (guessed >> second) & 1) == 1)
                    counts[(int)(((correct >> first) & 1) + 2 * ((correct >> second) & 1))] += count;
            }

            return new PairStatistics(names[first], names[second], counts[3], counts[1], counts[2], counts[0]);
        }
    }
}
