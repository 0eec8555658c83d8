using System.Collections.Concurrent;
using GameNight.Observations;
using GameNight.Scoreboard.Projection;

namespace GameNight.Scoreboard;

/// <summary>Answers what the charts ask, from what is counted. The same question is answered once, until something changes.</summary>
public sealed class ScoreboardReader(ScoreboardProjection projection, TimeProvider clock)
{
    /// <summary>So long an answer waits for what was played just before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>More answers than this are not kept; they are quick to make.</summary>
    private const int Kept = 16;

    private readonly ConcurrentDictionary<Filter, (long Revision, Scores Scores)> _answers = new();

    /// <summary>With everything that the store has by now, unless it has to be counted anew.</summary>
    /// <returns>Null for the scores while it is: then they would be wrong.</returns>
    /// <exception cref="ObservationStoreException">The store could not be read.</exception>
    public async Task<Scores?> ReadAsync(Filter filter, CancellationToken cancellation)
    {
        await CatchUpAsync(cancellation).ConfigureAwait(false);
        return projection.IsComplete ? await ReadCountedAsync(filter, cancellation).ConfigureAwait(false) : null;
    }

    /// <summary>With what is counted so far, at once.</summary>
    public Task<Scores> ReadCountedAsync(Filter filter, CancellationToken cancellation)
    {
        var revision = projection.Revision;
        if (_answers.TryGetValue(filter, out var answer) && answer.Revision == revision)
            return Task.FromResult(answer.Scores);
        return Task.Run(() =>
        {
            var scores = ScoreTally.Count(projection.Table, filter, cancellation);
            if (_answers.Count >= Kept)
                _answers.Clear();
            _answers[filter] = (revision, scores);
            return scores;
        }, cancellation);
    }

    /// <summary>Counts what has come since; where that takes long, it goes on without whoever waits.</summary>
    /// <exception cref="ObservationStoreException">The store could not be read.</exception>
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
}
