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
public sealed class QueryCache<T>(ScoreboardProjection projection, Func<FactTable, Filter, T> count)
    where T : class
{
    /// <summary>With more answers than this, all are dropped; they are quick to make.</summary>
    private const int Capacity = 16;

    private readonly ConcurrentDictionary<Filter, Answer> _answers = new();

    // Apart from the answers, which are replaced when a count begins.
    private readonly ConcurrentDictionary<Filter, (long Revision, T Value)> _latest = new();

    /// <summary>The latest answer that is there, perhaps of before the latest change; null if there is none.</summary>
    public T? Find(Filter filter) => _latest.TryGetValue(filter, out var latest) ? latest.Value : null;

    /// <summary>The answer for the counts as they are now.</summary>
    /// <param name="filter">Selects what counts.</param>
    /// <param name="cancellation">Ends the waiting, not the count, which other callers may share.</param>
    public Task<T> GetAsync(Filter filter, CancellationToken cancellation)
    {
        var revision = projection.Revision;
        if (_answers.Count > Capacity)
        {
            _answers.Clear();
            _latest.Clear();
        }

        var answer = _answers.AddOrUpdate(filter, _ => Start(), (_, known) => IsCurrent(known) ? known : Start());
        return answer.Counted.Value.WaitAsync(cancellation);

        // A newer one is current too: another caller has read the revision later and was here first.
        bool IsCurrent(Answer known) => known.Revision >= revision && !known.Counted.Value.IsFaulted;

        Answer Start() => new(revision, new Lazy<Task<T>>(() => Task.Run(() => CountAsync(filter, revision))));
    }

    private async Task<T> CountAsync(Filter filter, long revision)
    {
        var counted = await projection.CountAsync(table => count(table, filter)).ConfigureAwait(false);
        _latest.AddOrUpdate(filter, (revision, counted), (_, known) => known.Revision > revision ? known : (revision, counted));
        return counted;
    }

    private sealed record Answer(long Revision, Lazy<Task<T>> Counted);
}
