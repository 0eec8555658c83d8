using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Queries;

/// <summary>Reads the drawings behind a cell of the confusion matrix.</summary>
public sealed class DrawingsReader(ScoreboardProjection projection, IObservationStore store, ReplayOptions options)
{
    /// <summary>Whether drawings are shown at all.</summary>
    public bool IsEnabled => options.Enabled;

    /// <summary>The latest drawings of a cell, latest first. One whose label was changed since it was counted is left out. None where
    /// the host wants no drawings to be seen.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="filter">Selects among its drawings.</param>
    /// <param name="count">How many drawings are returned at most.</param>
    /// <param name="cancellation">Ends the search and the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<Observation>> ReadAsync(ConfusionCell cell, Filter filter, int count, CancellationToken cancellation)
    {
        if (!IsEnabled)
            return [];
        var rows = await Task.Run(() => FindLatest(cell, filter, count, cancellation), cancellation).ConfigureAwait(false);
        var ids = await projection.FindIdsAsync(rows, cancellation).ConfigureAwait(false);
        var drawings = await Task.WhenAll(ids.Select(id => store.FindAsync(id, cancellation))).ConfigureAwait(false);
        return [.. drawings.OfType<Observation>().Where(drawing => drawing.Label?.Digit == cell.Drawn && !drawing.Excluded)];
    }

    private int[] FindLatest(ConfusionCell cell, Filter filter, int count, CancellationToken cancellation)
    {
        var table = projection.Table;
        var series = Series.Of(table, filter.Algorithm);
        var latest = table.Aggregate(
            () => new PriorityQueue<int, (long Time, int Row)>(),
            (PriorityQueue<int, (long Time, int Row)> sum, in PlayRow play) =>
            {
                if (!IsIn(cell, play, series))
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

    private static bool IsIn(ConfusionCell cell, in PlayRow play, Series series)
    {
        if (play.Label.Digit != cell.Drawn)
            return false;
        for (var i = 0; i < play.Versions.Length; i++)
        {
            if (play.Digits[i] == cell.Taken && series[play.Versions[i]] is >= 0 and var number && series.Names[number] == cell.Algorithm)
                return true;
        }

        return false;
    }
}
