using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Queries;

/// <summary>Reads the drawings behind a number.</summary>
public sealed class DrawingsReader(ScoreboardProjection projection, IObservationStore store, ReplayOptions options)
{
    /// <summary>Whether drawings are shown at all.</summary>
    public bool IsEnabled => options.Enabled;

    /// <summary>
    /// The latest drawings of a selection, latest first. One that is not of it any more, because its label has changed, is left out. None
    /// where the host wants no drawings to be seen.
    /// </summary>
    /// <param name="selection">The selection.</param>
    /// <param name="filter">Selects among its drawings.</param>
    /// <param name="count">How many drawings are returned at most.</param>
    /// <param name="cancellation">Ends the search and the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<Observation>> ReadAsync(
        DrawingSelection selection, Filter filter, int count, CancellationToken cancellation)
    {
        if (!IsEnabled)
            return [];
        var rows = await Task.Run(() => FindLatest(selection, filter, count, cancellation), cancellation).ConfigureAwait(false);
        var ids = await projection.FindIdsAsync(rows, cancellation).ConfigureAwait(false);
        var drawings = await Task.WhenAll(ids.Select(id => store.FindAsync(id, cancellation))).ConfigureAwait(false);
        return [.. drawings.OfType<Observation>().Where(drawing => IsIn(selection, drawing))];
    }

    private int[] FindLatest(DrawingSelection selection, Filter filter, int count, CancellationToken cancellation)
    {
        var table = projection.Table;
        var series = Series.Of(table, filter.Algorithm);
        var latest = table.Aggregate(
            () => new PriorityQueue<int, (long Time, int Row)>(),
            (PriorityQueue<int, (long Time, int Row)> sum, in PlayRow play) =>
            {
                if (!IsIn(selection, play, series))
                    return;
                sum.Enqueue(play.Row, (play.Time, play.Row));
                KeepLatest(sum, count);
            },
            (sum, part) =>
            {
                sum.EnqueueRange(part.UnorderedItems);
                KeepLatest(sum, count);
            },
            filter,
            cancellation);
        return [.. latest.UnorderedItems.OrderByDescending(row => row.Priority).Select(row => row.Element)];
    }

    private static void KeepLatest(PriorityQueue<int, (long Time, int Row)> rows, int count)
    {
        while (rows.Count > count)
            rows.Dequeue();
    }

    private static bool IsIn(DrawingSelection selection, Observation drawing)
    {
        return drawing is { Label.Digit: var truth, Excluded: false }
            && (drawing.Guesses.Any(guess => IsOne(truth, guess, false)) || drawing.Shadows.Any(guess => IsOne(truth, guess, true)));

        bool IsOne(int truth, Guess guess, bool isShadow) => selection.Includes(truth, guess.Digit)
            && SeriesName.Of(new(guess.Algorithm, guess.Version, isShadow)) == selection.Algorithm;
    }

    private static bool IsIn(DrawingSelection selection, in PlayRow play, Series series)
    {
        if (play.Label.Digit < 0 || play.Label.Digit != (selection.Drawn ?? play.Label.Digit))
            return false;
        for (var i = 0; i < play.Versions.Length; i++)
        {
            if (selection.Includes(play.Label.Digit, play.Digits[i])
                && series[play.Versions[i]] is >= 0 and var number && series.Names[number] == selection.Algorithm)
            {
                return true;
            }
        }

        return false;
    }
}
