using System.Globalization;
using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

/// <summary>A store in memory, for tests of code that uses a store. It passes the same contract tests as the real ones.</summary>
internal sealed class MemoryObservationStore : IObservationStore
{
    private readonly List<Observation?> _observations;
    private string _name = Guid.NewGuid().ToString("N");
    private int _changesRead;

    /// <summary>The id of each observation by the number of its last change.</summary>
    private readonly SortedDictionary<long, Guid> _changes = [];

    public MemoryObservationStore(params IEnumerable<Observation> observations)
    {
        _observations = [.. observations];
        _observations.ForEach(observation => _changes.Add(_changes.Count + 1, observation!.Id));
    }

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Thrown by every vote while it is set.</summary>
    public Exception? VoteFailure { get; set; }

    /// <summary>Thrown by every label while it is set.</summary>
    public Exception? LabelFailure { get; set; }

    /// <summary>Until then no observation is found.</summary>
    public Task FindGate { get; set; } = Task.CompletedTask;

    /// <summary>Until then nobody hears what has changed.</summary>
    public Task ChangesGate { get; set; } = Task.CompletedTask;

    /// <summary>How often it was asked what has changed.</summary>
    public int ChangesRead => Volatile.Read(ref _changesRead);

    public Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation) => Locked(() =>
    {
        var stored = _observations.Find(stored => stored?.Id == observation.Id);
        if (stored is not null)
            return observation.IsSamePlayAs(stored) ? AppendOutcome.AlreadyStored : AppendOutcome.Conflict;
        _observations.Add(observation);
        AddChange(observation.Id);
        return AppendOutcome.Stored;
    }, cancellation);

    public async Task<Observation?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await FindGate.WaitAsync(cancellation);
        return await Locked(() => _observations.Find(stored => stored?.Id == id), cancellation);
    }

    public Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation)
    {
        label.RequireDigit();
        return Locked(() =>
        {
            var index = _observations.FindIndex(stored => stored?.Id == id);
            if (index < 0)
                return LabelOutcome.NotFound;
            if (_observations[index]!.Label?.Digit == label.Digit)
                return LabelOutcome.Unchanged;
            _observations[index] = _observations[index]! with { Label = label };
            AddChange(id);
            return LabelOutcome.Stored;
        }, cancellation, LabelFailure);
    }

    public Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation)
    {
        vote.RequireDigit();
        return Locked(() =>
        {
            var index = _observations.FindIndex(stored => stored?.Id == id);
            if (index < 0)
                return VoteOutcome.NotFound;
            if (_observations[index]!.Votes.Has(vote))
                return VoteOutcome.Unchanged;
            _observations[index] = _observations[index]! with { Votes = _observations[index]!.Votes.With(vote) };
            AddChange(id);
            return VoteOutcome.Stored;
        }, cancellation, VoteFailure);
    }

    public Task UnvoteAsync(Guid id, string player, CancellationToken cancellation) => Locked(() =>
    {
        var index = _observations.FindIndex(stored => stored?.Id == id && stored.Votes.Any(vote => vote.Player == player));
        if (index < 0)
            return false;
        _observations[index] = _observations[index]! with { Votes = _observations[index]!.Votes.Without(player) };
        AddChange(id);
        return true;
    }, cancellation);

    public Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation)
    {
        ObservationPage.RequireLimit(limit);
        var start = 0;
        if (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out start))
            throw new ArgumentException("Not a cursor.", nameof(after));
        return Locked(() =>
        {
            var items = _observations.Index().Skip(start).Where(entry => entry.Item is not null).Take(limit).ToList();
            var next = items.Count > 0 ? (items[^1].Index + 1).ToString(CultureInfo.InvariantCulture) : after;
            return new ObservationPage([.. items.Select(entry => entry.Item!)], next);
        }, cancellation);
    }

    public async Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _changesRead);
        await ChangesGate.WaitAsync(cancellation);
        ObservationPage.RequireLimit(limit);
        return await Locked(() =>
        {
            var change = ChangeCursor.Read(after, _name);
            var changes = _changes.Where(entry => entry.Key > change).Take(limit).ToList();
            return new ObservationPage(
                [.. changes.Select(entry => _observations.Find(stored => stored?.Id == entry.Value)!)],
                changes.Count > 0 ? ChangeCursor.Write(_name, changes[^1].Key) : after);
        }, cancellation);
    }

    public Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation) => Locked(() =>
    {
        var index = _observations.FindIndex(stored => stored?.Id == id);
        if (index < 0)
            return false;
        if (_observations[index]!.Excluded != excluded)
        {
            _observations[index] = _observations[index]! with { Excluded = excluded };
            AddChange(id);
        }

        return true;
    }, cancellation);

    public Task<long> CountLabelledAsync(CancellationToken cancellation) =>
        Locked(() => _observations.LongCount(stored => stored?.Label is not null), cancellation);

    // The places of deleted observations stay, so that cursors stay valid.
    public Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) => Locked(() =>
    {
        var deleted = _observations.OfType<Observation>().Where(stored => ids.Contains(stored.Id)).ToList();
        foreach (var observation in deleted)
        {
            _observations[_observations.IndexOf(observation)] = null;
            _changes.Remove(_changes.First(change => change.Value == observation.Id).Key);
        }

        _name = Guid.NewGuid().ToString("N");
        return new DeletedCount(deleted.Count, deleted.Count(observation => observation.Label is not null));
    }, cancellation);

    public Task UnlabelAsync(Guid id, CancellationToken cancellation) => Locked(() =>
    {
        var index = _observations.FindIndex(stored => stored?.Id == id && stored.Label is not null);
        if (index < 0)
            return false;
        _observations[index] = _observations[index]! with { Label = null };
        AddChange(id);
        return true;
    }, cancellation);

    public Task PurgeAsync(CancellationToken cancellation) => Task.CompletedTask;

    private void AddChange(Guid id)
    {
        var next = _changes.Count == 0 ? 1 : _changes.Last().Key + 1;
        if (_changes.FirstOrDefault(entry => entry.Value == id) is { Key: > 0 } before)
            _changes.Remove(before.Key);
        _changes[next] = id;
    }

    private Task<T> Locked<T>(Func<T> work, CancellationToken cancellation, Exception? failure = null)
    {
        failure ??= Failure;
        lock (_observations)
        {
            if (cancellation.IsCancellationRequested)
                return Task.FromCanceled<T>(cancellation);
            return failure is null ? Task.FromResult(work()) : Task.FromException<T>(failure);
        }
    }
}
