using System.Collections.Concurrent;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Queries;

/// <summary>
/// Answers one kind of query from the counts. Callers that ask for the same at the same time share one count, and its answer is kept until
/// the counts change.
/// </summary>
/// <param name="projection">The counts.</param>
/// <param name="count">Counts an answer.</param>
public sealed class QueryCache<T>(ScoreboardProjection projection, Func<FactTable, Filter, T> count) : IDisposable
    where T : class
{
    /// <summary>With more answers than this, all are dropped; they are quick to make.</summary>
    private const int Capacity = 16;

    // A count takes all processors that it gets. Further ones wait, so that they do not slow down play.
    private readonly SemaphoreSlim _counting = new(2);
    private readonly ConcurrentDictionary<Filter, Answer> _answers = new();

    /// <summary>The latest answer that is there, perhaps of before the latest change; null if there is none.</summary>
    public T? Find(Filter filter) =>
        _answers.TryGetValue(filter, out var answer) && answer.Counted.Value is { IsCompletedSuccessfully: true } counted
            ? counted.Result
            : null;

    /// <summary>The answer for the counts as they are now.</summary>
    /// <param name="filter">Selects what counts.</param>
    /// <param name="cancellation">Ends the waiting, not the count, which other callers may share.</param>
    public Task<T> GetAsync(Filter filter, CancellationToken cancellation)
    {
        var revision = projection.Revision;
        if (_answers.Count > Capacity)
            _answers.Clear();
        var answer = _answers.AddOrUpdate(filter, _ => Start(), (_, known) => IsCurrent(known) ? known : Start());
        return answer.Counted.Value.WaitAsync(cancellation);

        bool IsCurrent(Answer known) => known.Revision == revision && !known.Counted.Value.IsFaulted;

        Answer Start() => new(revision, new Lazy<Task<T>>(() => Task.Run(() => CountAsync(filter))));
    }

    public void Dispose() => _counting.Dispose();

    private async Task<T> CountAsync(Filter filter)
    {
        await _counting.WaitAsync();
        try
        {
            return count(projection.Table, filter);
        }
        finally
        {
            _counting.Release();
        }
    }

    private sealed record Answer(long Revision, Lazy<Task<T>> Counted);
}
