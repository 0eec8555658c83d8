using GameNight.Calendar;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>In which nights anything was drawn.</summary>
public sealed class NightTally
{
    private readonly NightFinder _finder;
    private readonly HashSet<Night> _nights = [];

    private NightTally(TimeZoneInfo zone) => _finder = new NightFinder(zone);

    /// <summary>Latest first.</summary>
    /// <param name="table">All drawings.</param>
    /// <param name="filter">Which of them count.</param>
    /// <param name="zone">By which nights begin and end.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    public static IReadOnlyList<Night> Count(FactTable table, Filter filter, TimeZoneInfo zone, CancellationToken cancellation) =>
    [
        .. table.Aggregate(
                () => new NightTally(zone), static (NightTally sum, in PlayRow play) => sum._nights.Add(sum._finder.Of(play.Time)),
                (sum, part) => sum._nights.UnionWith(part._nights), filter, cancellation)
            ._nights.OrderByDescending(night => night.Date),
    ];
}
