using GameNight.Calendar;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Queries;

/// <summary>Answers from the counts on which nights there was play, and how the players did.</summary>
public sealed class LeaderboardReader(ScoreboardProjection projection, TimeProvider clock)
{
    private readonly QueryCache<IReadOnlyList<Night>> _nights = new(
        projection, (table, filter, cancellation) => NightTally.Count(table, filter, clock.LocalTimeZone, cancellation));

    private readonly QueryCache<Leaderboard> _boards = new(
        projection, (table, filter, cancellation) => LeaderboardTally.Count(table, filter, cancellation));

    /// <summary>The time zone in which nights begin and end.</summary>
    public TimeZoneInfo TimeZone => clock.LocalTimeZone;

    /// <summary>The nights of the drawings that the filter selects, latest first.</summary>
    public Task<IReadOnlyList<Night>> ReadNightsAsync(Filter filter, CancellationToken cancellation) =>
        _nights.GetAsync(filter, cancellation);

    /// <summary>The players of the drawings that the filter selects. <see cref="Filter.Algorithm"/> makes no difference.</summary>
    public Task<Leaderboard> ReadAsync(Filter filter, CancellationToken cancellation) =>
        _boards.GetAsync(filter with { Algorithm = null }, cancellation);

    /// <summary>The players of a night. The times of the filter make no difference.</summary>
    public Task<Leaderboard> ReadAsync(Night night, Filter filter, CancellationToken cancellation) =>
        ReadAsync(filter with { From = night.StartIn(TimeZone), To = night.EndIn(TimeZone) }, cancellation);
}
