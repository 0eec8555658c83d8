using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Queries;

/// <summary>The drawings behind a number of the confusion matrix.</summary>
public sealed class DrawingsReader(ScoreboardProjection projection, IObservationStore store)
{
    /// <summary>The latest first. A drawing that was marked otherwise since it was counted is left out.</summary>
    /// <param name="cell">Which drawings.</param>
    /// <param name="filter">Which of them count.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Nobody waits for them any more.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<Observation>> ReadAsync(ConfusionCell cell, Filter filter, int count, CancellationToken cancellation)
    {
        var rows = await Task.Run(() => FindLatest(cell, filter, count, cancellation), cancellation).ConfigureAwait(false);
        var ids = await projection.FindIdsAsync(rows, cancellation).ConfigureAwait(false);
        var drawings = await Task.WhenAll(ids.Select(id => store.FindAsync(id, cancellation))).ConfigureAwait(false);
        return [.. drawings.OfType<Observation>().Where(drawing => drawing.Label?.Digit == cell.Drawn && !drawing.Excluded)];
    }

    private List<int> FindLatest(ConfusionCell cell, Filter filter, int count, CancellationToken cancellation)
    {
        var table = projection.Table;
        var (contenders, series) = (table.Contenders.Count, Series.Of(table, filter.Algorithm));
        var latest = table.Aggregate(
            () => new PriorityQueue<int, (long Time, int Row)>(),
            (PriorityQueue<int, (long Time, int Row)> queue, in PlayRow play) =>
            {
                if (!IsIn(play))
                    return;
                queue.Enqueue(play.Row, (play.Time, play.Row));
                if (queue.Count > count)
                    queue.Dequeue();
            },
            (sum, part) =>
            {
                sum.EnqueueRange(part.UnorderedItems);
                while (sum.Count > count)
                    sum.Dequeue();
            },
            filter, cancellation);
        var rows = new List<int>(latest.Count);
        while (latest.TryDequeue(out var row, out _))
            rows.Insert(0, row);
        return rows;

        bool IsIn(in PlayRow play)
        {
            if (play.Mark.Digit != cell.Drawn)
                return false;
            for (var i = 0; i < play.Contenders.Length; i++)
            {
                if (play.Digits[i] == cell.Taken && play.Contenders[i] < contenders && series[play.Contenders[i]] is >= 0 and var one && series.Names[one] == cell.Algorithm)
                    return true;
            }

            return false;
        }
    }
}
