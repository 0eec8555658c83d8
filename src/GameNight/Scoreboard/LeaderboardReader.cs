using System.Collections.Concurrent;
using GameNight.Scoreboard.Projection;

namespace GameNight.Scoreboard;

/// <summary>Answers who played when and how it went, from what is counted. The same question is answered once, until something changes.</summary>
public sealed class LeaderboardReader(ScoreboardProjection projection)
{
    /// <summary>More answers than this are not kept; they are quick to make.</summary>
    private const int Kept = 50;

    private readonly ConcurrentDictionary<(Filter Filter, Type Answer), (long Revision, object Answer)> _answers = new();

    /// <summary>The nights in which drawings of this kind were made, latest first.</summary>
    public Task<IReadOnlyList<Night>> ReadNightsAsync(Filter filter, CancellationToken cancellation) => AskAsync(filter, NightTally.Count, cancellation);

    /// <summary>Those who drew, within the filter's times. Whose guesses are looked at, <see cref="Filter.Algorithm"/>, makes no difference.</summary>
    public Task<Leaderboard> ReadAsync(Filter filter, CancellationToken cancellation) => AskAsync(filter with { Algorithm = null }, LeaderboardTally.Count, cancellation);

    private Task<T> AskAsync<T>(Filter filter, Func<FactTable, Filter, CancellationToken, T> count, CancellationToken cancellation)
        where T : notnull
    {
        var revision = projection.Revision;
        if (_answers.TryGetValue((filter, typeof(T)), out var known) && known.Revision == revision)
            return Task.FromResult((T)known.Answer);
        return Task.Run(() =>
        {
            var answer = count(projection.Table, filter, cancellation);
            if (_answers.Count >= Kept)
                _answers.Clear();
            _answers[(filter, typeof(T))] = (revision, answer);
            return answer;
        }, cancellation);
    }
}
