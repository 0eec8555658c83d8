using GameNight.Calendar;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Queries;

/// <summary>Reads the drawings of an evening that are worth a look. None where the host wants no drawings to be seen.</summary>
public sealed class TonightReader(ScoreboardProjection projection, IObservationStore store, ReplayOptions options, TimeProvider clock)
    : IDisposable
{
    /// <summary>How many upsets of an evening are shown at most.</summary>
    public const int MaxUpsets = 12;

    /// <summary>How many of the last rows are looked through for the latest plays: not all of them are people's.</summary>
    private const int MaxRows = 500;

    private readonly QueryCache<IReadOnlyList<int>> _upsets = new(
        projection, (table, filter, cancellation) => UpsetTally.Count(table, filter, MaxUpsets, cancellation));

    private readonly DrawingCache _upsetDrawings = new(projection, store);
    private readonly DrawingCache _latestDrawings = new(projection, store);

    /// <summary>Whether drawings are shown at all.</summary>
    public bool IsEnabled => options.Enabled;

    /// <summary>The answered drawings of a night that most contestants misread, the greatest upset first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<Observation>> ReadUpsetsAsync(Night night, CancellationToken cancellation)
    {
        if (!IsEnabled)
            return [];
        var table = projection.Table;
        var filter = new Filter(night.StartIn(clock.LocalTimeZone), night.EndIn(clock.LocalTimeZone), Kind: DrawingKind.Any);
        var rows = await _upsets.GetAsync(filter, cancellation).ConfigureAwait(false);
        // The table may have been made anew in between, and another count follows then.
        if (table != projection.Table || rows.Any(row => row >= table.Count))
            return [];
        var drawings = await _upsetDrawings.ReadAsync(table, rows, cancellation).ConfigureAwait(false);
        return [.. drawings.Where(drawing => drawing is { Label: not null, Excluded: false })];
    }

    /// <summary>The last plays of people, latest first, answered or not. Nothing is counted for that.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<Observation>> ReadLatestAsync(int count, CancellationToken cancellation)
    {
        if (!IsEnabled)
            return [];
        var table = projection.Table;
        var drawings = await _latestDrawings.ReadAsync(table, FindLatest(table, count), cancellation).ConfigureAwait(false);
        return [.. drawings.Where(drawing => drawing is { Ink: not null, Excluded: false })];
    }

    public void Dispose()
    {
        _upsetDrawings.Dispose();
        _latestDrawings.Dispose();
    }

    private static int[] FindLatest(FactTable table, int count)
    {
        var rows = new List<(long Time, int Row)>();
        var end = table.Count;
        for (var row = end - 1; row >= Math.Max(0, end - MaxRows); row--)
        {
            if (table[row] is { IsOfAPerson: true, Label.IsExcluded: false } play && !IsAtTheJury(play))
                rows.Add((play.Time, row));
        }

        return [.. rows.OrderDescending().Take(count).Select(row => row.Row)];
    }

    /// <summary>Whether people are to say what it is, without having heard what the machines say.</summary>
    private static bool IsAtTheJury(in PlayRow play) =>
        play.Task.Mode == PlayMode.Fool && play.Label is { Digit: < 0, IsNoDigit: false };
}
