using GameNight.Calendar;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Finds the nights in which there are drawings.</summary>
public sealed class NightTally
{
    private readonly NightFinder _finder;
    private readonly HashSet<Night> _nights = [];

    private NightTally(TimeZoneInfo zone) => _finder = new NightFinder(zone);

    /// <summary>The nights of the rows that the filter selects, latest first.</summary>
    /// <param name="table">The plays.</param>
    /// <param name="filter">Selects the rows.</param>
    /// <param name="zone">The time zone in which nights begin and end.</param>
    /// <param name="cancellation">Ends the count.</param>
    public static IReadOnlyList<Night> Count(FactTable table, Filter filter, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var tally = table.Aggregate(
            () => new NightTally(zone),
            static (NightTally sum, in PlayRow play) => sum._nights.Add(sum._finder.Of(play.Time)),
            (sum, part) => sum._nights.UnionWith(part._nights),
            filter,
            cancellation);
        return [.. tally._nights.OrderByDescending(night => night.Date)];
    }
}
