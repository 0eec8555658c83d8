using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Queries;

/// <summary>
/// Answers one kind of query from the counts. Callers that ask for the same at the same time share one count, and its answer is kept until
/// the counts change. A count for which nobody waits any more is given up.
/// </summary>
/// <param name="projection">The counts.</param>
/// <param name="count">Counts an answer.</param>
public sealed class QueryCache<T>(ScoreboardProjection projection, Func<FactTable, Filter, CancellationToken, T> count)
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
    /// <param name="cancellation">Ends the waiting, and the count where nobody else waits for it.</param>
    public async Task<T> GetAsync(Filter filter, CancellationToken cancellation)
    {
        var revision = projection.Revision;
        if (_answers.Count > Capacity)
        {
            _answers.Clear();
            _latest.Clear();
        }

        Answer answer;
        do
        {
            answer = _answers.AddOrUpdate(filter, _ => Start(), (_, known) => IsCurrent(known) ? known : Start());
        }
        while (!answer.TryJoin());
        try
        {
            return await answer.Counted.Value.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            answer.Leave();
        }

        // A newer one is current too: another caller has read the revision later and was here first.
        bool IsCurrent(Answer known) => known.Revision >= revision && !known.IsGivenUp && !known.Counted.Value.IsFaulted;

        Answer Start() => new(revision, cancelled => Task.Run(() => CountAsync(filter, revision, cancelled), cancelled));
    }

    private async Task<T> CountAsync(Filter filter, long revision, CancellationToken cancellation)
    {
        var counted = await projection.CountAsync(table => count(table, filter, cancellation), cancellation).ConfigureAwait(false);
        _latest.AddOrUpdate(filter, (revision, counted), (_, known) => known.Revision > revision ? known : (revision, counted));
        return counted;
    }

    /// <summary>A count that is under way, or its answer, and who waits for it.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing that is not collected.")]
    private sealed class Answer
    {
        private readonly CancellationTokenSource _abandoned = new();
        private readonly Lock _lock = new();
        private int _waiting;

        public Answer(long revision, Func<CancellationToken, Task<T>> count)
        {
            Revision = revision;
            Counted = new Lazy<Task<T>>(() => count(_abandoned.Token));
        }

        public long Revision { get; }

        public Lazy<Task<T>> Counted { get; }

        public bool IsGivenUp => _abandoned.IsCancellationRequested;

        /// <returns>Whether the count goes on: false where the last who waited has just left.</returns>
        public bool TryJoin()
        {
            lock (_lock)
            {
                if (IsGivenUp)
                    return false;
                _waiting++;
                return true;
            }
        }

        public void Leave()
        {
            lock (_lock)
            {
                if (--_waiting == 0 && !Counted.Value.IsCompleted)
                    _abandoned.Cancel();
            }
        }
    }
}
