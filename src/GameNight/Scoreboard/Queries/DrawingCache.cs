using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Storage;

namespace GameNight.Scoreboard.Queries;

/// <summary>
/// Reads the drawings behind a few rows that many pages show at the same time. The store is asked once for each, and again when its label
/// changes. Safe for concurrent use.
/// </summary>
internal sealed class DrawingCache(ScoreboardProjection projection, IObservationStore store) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private FactTable? _table;
    private Dictionary<(int Row, LabelCode Label), Observation> _known = [];

    /// <summary>The drawings in the order of the rows. One that is not there any more is left out.</summary>
    /// <param name="table">Has the rows. Another table than the last one drops what was read.</param>
    /// <param name="rows">The rows; all others are forgotten.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<Observation>> ReadAsync(FactTable table, IReadOnlyList<int> rows, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_table != table)
                (_table, _known) = (table, []);
            List<(int Row, LabelCode Label)> keys = [.. rows.Select(row => (row, table[row].Label))];
            int[] missing = [.. keys.Where(key => !_known.ContainsKey(key)).Select(key => key.Row)];
            var ids = await projection.FindIdsAsync(missing, cancellation).ConfigureAwait(false);
            var found = await Task.WhenAll(ids.Select(id => store.FindAsync(id, cancellation))).ConfigureAwait(false);
            var read = missing.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second);
            Dictionary<(int, LabelCode), Observation> known = [];
            foreach (var key in keys)
            {
                if (_known.GetValueOrDefault(key, read.GetValueOrDefault(key.Row)!) is { } drawing)
                    known[key] = drawing;
            }

            _known = known;
            return [.. keys.Where(known.ContainsKey).Select(key => known[key])];
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();
}
