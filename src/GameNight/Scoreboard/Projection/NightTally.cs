using GameNight.Calendar;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>In which nights anything was drawn.</summary>
public static class NightTally
{
    /// <summary>Latest first.</summary>
    public static IReadOnlyList<Night> Count(FactTable table, Filter filter, CancellationToken cancellation) =>
    [
        .. table.Aggregate(() => new HashSet<long>(), static (HashSet<long> days, in PlayRow play) => days.Add((play.Time - TimeSpan.TicksPerDay / 2) / TimeSpan.TicksPerDay), (sum, part) => sum.UnionWith(part), filter, cancellation)
            .OrderDescending().Select(day => new Night(DateOnly.FromDayNumber((int)day))),
    ];
}
