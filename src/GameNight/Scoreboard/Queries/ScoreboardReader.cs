using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Queries;

/// <summary>Answers from the counts what the charts show.</summary>
public sealed class ScoreboardReader(ScoreboardProjection projection, TimeProvider clock)
{
    /// <summary>With more counts than this under way, who asks over the API is asked to come back.</summary>
    private const int MaxCounting = 32;

    private static readonly TimeSpan CatchUpTimeout = TimeSpan.FromSeconds(2);

    private readonly QueryCache<Scores> _answers = new(
        projection, (table, filter, cancellation) => ScoreTally.Count(table, filter, clock.LocalTimeZone, cancellation));

    /// <summary>Turns a caller of the API away while another count would wait for long.</summary>
    /// <exception cref="ScoreboardBusyException">So many ask for different figures.</exception>
    public void RequireCapacity()
    {
        if (projection.Counting > MaxCounting)
            throw new ScoreboardBusyException();
    }

    /// <summary>The scores with everything that the store has by now, or with as much as is counted within two seconds.</summary>
    /// <returns>Null while the observations are counted from the beginning: the scores would be wrong.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<Scores?> ReadAsync(Filter filter, CancellationToken cancellation)
    {
        await CatchUpAsync(cancellation).ConfigureAwait(false);
        return projection.IsComplete ? await ReadCountedAsync(filter, cancellation).ConfigureAwait(false) : null;
    }

    /// <summary>The scores of what is counted so far.</summary>
    public Task<Scores> ReadCountedAsync(Filter filter, CancellationToken cancellation) => _answers.GetAsync(filter, cancellation);

    /// <summary>How a player's own contestant does beside the network, by what is counted so far.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="cancellation">Ends the count.</param>
    public Task<PairStatistics> ReadOwnAsync(string player, CancellationToken cancellation) =>
        Task.Run(() => projection.CountAsync(table => OwnTally.Count(table, player, cancellation), cancellation), cancellation);

    /// <summary>
    /// The latest scores that were computed, perhaps of before the latest change. Null if there are none, or while the observations are
    /// counted from the beginning.
    /// </summary>
    public Scores? Find(Filter filter) => projection.IsComplete ? _answers.Find(filter) : null;

    /// <summary>Counts what has changed since the last time, for two seconds at most; the rest is counted in the background.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(CatchUpTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            await projection.CatchUpAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The service that polls for changes goes on counting.
        }
    }
}
