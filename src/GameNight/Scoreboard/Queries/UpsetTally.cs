using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Queries;

/// <summary>Finds the drawings that people read and machines did not: most contestants misread them.</summary>
public sealed class UpsetTally
{
    /// <summary>The best of them so far; the least comes out first.</summary>
    private readonly PriorityQueue<int, (double Misread, long Time)> _rows = new();

    /// <summary>The rows of the greatest upsets, and of equal ones the latest, first.</summary>
    /// <param name="table">The plays.</param>
    /// <param name="filter">Selects the rows.</param>
    /// <param name="most">How many are kept.</param>
    /// <param name="cancellation">Ends the count.</param>
    public static IReadOnlyList<int> Count(FactTable table, Filter filter, int most, CancellationToken cancellation)
    {
        var isShadow = Array.ConvertAll(table.Versions.All.ToArray(), version => version.IsShadow);
        var tally = table.Aggregate(
            () => new UpsetTally(),
            (UpsetTally sum, in PlayRow play) =>
            {
                if (ShareMisread(play, isShadow) is > 0.5 and var misread)
                    sum.Keep(play.Row, (misread, play.Time), most);
            },
            (sum, part) =>
            {
                foreach (var (row, priority) in part._rows.UnorderedItems)
                    sum.Keep(row, priority, most);
            },
            filter,
            cancellation);
        return [.. tally._rows.UnorderedItems.OrderByDescending(row => row.Priority).Select(row => row.Element)];
    }

    /// <summary>The share of the contestants in service that misread a person's drawing, 0..1; 0 without a label.</summary>
    private static double ShareMisread(in PlayRow play, bool[] isShadow)
    {
        if (!play.IsOfAPerson || play.Label.Digit < 0)
            return 0;
        var (guesses, wrong) = (0, 0);
        for (var i = 0; i < play.Digits.Length; i++)
        {
            // A version that has come since the count began.
            if (play.Versions[i] >= isShadow.Length || isShadow[play.Versions[i]])
                continue;
            guesses++;
            wrong += play.Digits[i] == play.Label.Digit ? 0 : 1;
        }

        // Where one alone guesses, there is no upset.
        return guesses < 2 ? 0 : (double)wrong / guesses;
    }

    private void Keep(int row, (double Misread, long Time) priority, int most)
    {
        _rows.Enqueue(row, priority);
        if (_rows.Count > most)
            _rows.Dequeue();
    }
}
