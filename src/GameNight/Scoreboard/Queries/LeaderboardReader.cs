using GameNight.Calendar;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Queries;

/// <summary>Answers who played when and how it went, from what is counted.</summary>
public sealed class LeaderboardReader(ScoreboardProjection projection, TimeProvider clock) : IDisposable
{
    private readonly QueryCache<IReadOnlyList<Night>> _nights = new(
        projection, (table, filter) => NightTally.Count(table, filter, clock.LocalTimeZone, CancellationToken.None));
    private readonly QueryCache<Leaderboard> _boards = new(projection, (table, filter) => LeaderboardTally.Count(table, filter, CancellationToken.None));

    /// <summary>By which nights begin and end.</summary>
    public TimeZoneInfo TimeZone => clock.LocalTimeZone;

    /// <summary>The nights in which drawings of this kind were made, latest first.</summary>
    public Task<IReadOnlyList<Night>> ReadNightsAsync(Filter filter, CancellationToken cancellation) => _nights.AskAsync(filter, cancellation);

    /// <summary>Those who drew, within the filter's times. Whose guesses are looked at, <see cref="Filter.Algorithm"/>, makes no difference.</summary>
    public Task<Leaderboard> ReadAsync(Filter filter, CancellationToken cancellation) => _boards.AskAsync(filter with { Algorithm = null }, cancellation);

    /// <summary>Those who drew in a night, whatever the filter's times.</summary>
    public Task<Leaderboard> ReadAsync(Night night, Filter filter, CancellationToken cancellation) =>
        ReadAsync(filter with { From = night.StartIn(TimeZone), To = night.EndIn(TimeZone) }, cancellation);

    public void Dispose()
    {
        _nights.Dispose();
        _boards.Dispose();
    }
}
