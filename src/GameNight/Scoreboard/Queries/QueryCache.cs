using System.Collections.Concurrent;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Queries;

/// <summary>Answers one kind of question from what is counted. Those who ask the same at the same time are answered by one count, and again until something changes.</summary>
/// <param name="projection">What is counted.</param>
/// <param name="count">Counts an answer.</param>
public sealed class QueryCache<T>(ScoreboardProjection projection, Func<FactTable, Filter, T> count) : IDisposable
    where T : class
{
    /// <summary>More answers than this are not kept; they are quick to make.</summary>
    private const int Kept = 16;

    // A count takes all processors that it gets; what is more than this waits, so that play does not.
    private readonly SemaphoreSlim _turns = new(2);
    private readonly ConcurrentDictionary<Filter, Answer> _answers = new();

    /// <summary>The latest answer that is known, perhaps of before the latest change; null where nobody asked.</summary>
    public T? Find(Filter filter) => _answers.TryGetValue(filter, out var answer) && answer.Counted.Value is { IsCompletedSuccessfully: true } counted ? counted.Result : null;

    /// <param name="filter">What counts.</param>
    /// <param name="cancellation">Ends the waiting, not the count, which others may wait for.</param>
    public Task<T> AskAsync(Filter filter, CancellationToken cancellation)
    {
        var revision = projection.Revision;
        if (_answers.Count > Kept)
            _answers.Clear();
        var answer = _answers.AddOrUpdate(filter, _ => Make(), (_, known) => known.Revision == revision && !known.Counted.Value.IsFaulted ? known : Make());
        return answer.Counted.Value.WaitAsync(cancellation);

        Answer Make() => new(revision, new Lazy<Task<T>>(() => Task.Run(() => CountAsync(filter))));
    }

    public void Dispose() => _turns.Dispose();

    private async Task<T> CountAsync(Filter filter)
    {
        await _turns.WaitAsync();
        try
        {
            return count(projection.Table, filter);
        }
        finally
        {
            _turns.Release();
        }
    }

    private sealed record Answer(long Revision, Lazy<Task<T>> Counted);
}
