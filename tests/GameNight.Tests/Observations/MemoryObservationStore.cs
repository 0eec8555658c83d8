using System.Globalization;
using GameNight.Observations;

namespace GameNight.Tests.Observations;

/// <summary>A store for the tests of what reads and writes one. It keeps the same contract as the real ones.</summary>
internal sealed class MemoryObservationStore(params IEnumerable<Observation> observations) : IObservationStore
{
    private readonly List<Observation> _observations = [.. observations];

    /// <summary>Thrown by every call while it is set.</summary>
    public ObservationStoreException? Failure { get; set; }

    public Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation) => Locked(() =>
    {
        var stored = _observations.Find(stored => stored.Id == observation.Id);
        if (stored is not null)
            return observation.IsSamePlayAs(stored) ? AppendOutcome.AlreadyStored : AppendOutcome.Conflict;
        _observations.Add(observation);
        return AppendOutcome.Stored;
    }, cancellation);

    public Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) =>
        Locked(() => _observations.Find(stored => stored.Id == id), cancellation);

    public Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label.Digit, nameof(label));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Digit, 9, nameof(label));
        return Locked(() =>
        {
            var index = _observations.FindIndex(stored => stored.Id == id);
            if (index < 0)
                return LabelOutcome.NotFound;
            if (_observations[index].Label?.Digit == label.Digit)
                return LabelOutcome.Unchanged;
            _observations[index] = _observations[index] with { Label = label };
            return LabelOutcome.Stored;
        }, cancellation);
    }

    public Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, ObservationPage.MaxLimit);
        var start = 0;
        if (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out start))
            throw new ArgumentException("Not a cursor.", nameof(after));
        return Locked(() =>
        {
            List<Observation> items = [.. _observations.Skip(start).Take(limit)];
            return new ObservationPage(items, items.Count > 0 ? (start + items.Count).ToString(CultureInfo.InvariantCulture) : after);
        }, cancellation);
    }

    public Task<long> CountLabelledAsync(CancellationToken cancellation) => Locked(() => _observations.LongCount(stored => stored.Label is not null), cancellation);

    private Task<T> Locked<T>(Func<T> work, CancellationToken cancellation)
    {
        lock (_observations)
        {
            if (cancellation.IsCancellationRequested)
                return Task.FromCanceled<T>(cancellation);
            return Failure is null ? Task.FromResult(work()) : Task.FromException<T>(Failure);
        }
    }
}

public sealed class MemoryObservationStoreTests : ObservationStoreContract
{
    protected override Task<IObservationStore> CreateAsync() => Task.FromResult<IObservationStore>(new MemoryObservationStore());
}
