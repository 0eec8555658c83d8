using System.Runtime.InteropServices;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Who guessed the same drawing, and who of them was right: a bit for each series.</summary>
public sealed class PairTally
{
    /// <summary>Later ones are not compared.</summary>
    public const int MaxSeries = 64;

    private readonly Dictionary<(ulong Guessed, ulong Correct), int> _drawings = [];

    public void Add(ulong guessed, ulong correct) => CollectionsMarshal.GetValueRefOrAddDefault(_drawings, (guessed, correct), out _)++;

    public void Merge(PairTally other)
    {
        foreach (var (bits, count) in other._drawings)
            CollectionsMarshal.GetValueRefOrAddDefault(_drawings, bits, out _) += count;
    }

    /// <summary>One for each two series that guessed the same marked drawing.</summary>
    public IReadOnlyList<PairStatistics> ToStatistics(IReadOnlyList<string> names)
    {
        var order = Enumerable.Range(0, Math.Min(names.Count, MaxSeries)).OrderBy(series => names[series], StringComparer.Ordinal).ToList();
        return [.. from first in order from second in order.Skip(order.IndexOf(first) + 1) select Of(first, second) into pair where pair.N > 0 select pair];

        PairStatistics Of(int first, int second)
        {
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
