using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Queries;

/// <summary>Answers what the charts ask, from what is counted.</summary>
public sealed class ScoreboardReader(ScoreboardProjection projection, TimeProvider clock) : IDisposable
{
    /// <summary>So long an answer waits for what was played just before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly QueryCache<Scores> _answers = new(
        projection, (table, filter) => ScoreTally.Count(table, filter, clock.LocalTimeZone, CancellationToken.None));

    /// <summary>With everything that the store has by now, unless it has to be counted anew.</summary>
    /// <returns>Null for the scores while it is: then they would be wrong.</returns>
    /// <exception cref="StoreException">The store could not be read.</exception>
    public async Task<Scores?> ReadAsync(Filter filter, CancellationToken cancellation)
    {
        await CatchUpAsync(cancellation).ConfigureAwait(false);
        return projection.IsComplete ? await ReadCountedAsync(filter, cancellation).ConfigureAwait(false) : null;
    }

    /// <summary>With what is counted so far, at once.</summary>
    public Task<Scores> ReadCountedAsync(Filter filter, CancellationToken cancellation) => _answers.AskAsync(filter, cancellation);

    /// <summary>The latest answer that is known, perhaps of before the latest change; null where nobody asked.</summary>
    public Scores? Find(Filter filter) => projection.IsComplete ? _answers.Find(filter) : null;

    /// <summary>Counts what has come since; where that takes long, it goes on without whoever waits.</summary>
    /// <exception cref="StoreException">The store could not be read.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await projection.CatchUpAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The projection goes on in the background.
        }
    }

    public void Dispose() => _answers.Dispose();
}
