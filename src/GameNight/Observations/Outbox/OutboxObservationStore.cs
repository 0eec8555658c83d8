using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Outbox;

/// <summary>
/// Lets a game go on while its database is away: a play or a mark is durable once it lies in this machine's outbox, from
/// where <see cref="OutboxDrain"/> sends it on. What is read is what the database has; but a single observation is found in both.
/// </summary>
public sealed class OutboxObservationStore(OutboxFile outbox, IObservationStore remote, TimeProvider clock) : IObservationStore
{
    /// <summary>So long the database may take to say whether it has an observation already; then it is put into the outbox unasked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>So long who reads waits for what was played before to arrive.</summary>
    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(2);

    /// <returns>While the database is away, what it has of this id cannot be known: what turns out to be a conflict later is moved aside then.</returns>
    public async Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation)
    {
        if (PlayIn(await outbox.FindAsync(observation.Id, cancellation)) is { } known)
            return Compare(observation, known);
        var (_, there) = await AskAsync(asked => remote.FindAsync(observation.Id, asked), cancellation);
        if (there is not null)
        {
            // It knows best; and what a crash has left half done is completed by it.
            var (isAnswered, outcome) = await AskAsync(asked => remote.AppendAsync(observation, asked), cancellation);
            if (isAnswered)
                return outcome;
        }

        return await outbox.PutAsync("saved", observation.Id, ObservationBinaryFormat.Pack(observation), mark: null, entries =>
            PlayIn(entries) is { } other ? (Compare(observation, other), false) : (AppendOutcome.Stored, true), cancellation);
    }

    public async Task<Observation?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var entries = await outbox.FindAsync(id, cancellation);
        if (entries.Exists(entry => entry is { Play: not null, IsSent: false }))
            return Merge(PlayIn(entries), entries);
        try
        {
            return Merge(await remote.FindAsync(id, cancellation), entries.Where(entry => !entry.IsSent));
        }
        catch (StoreException) when (PlayIn(entries) is not null)
        {
            return Merge(PlayIn(entries), entries);
        }
    }

    /// <returns>Where the database is away and the outbox knows nothing of the observation, the mark is taken.</returns>
    public async Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label.Digit, nameof(label));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Digit, 9, nameof(label));
        var entries = await outbox.FindAsync(id, cancellation);
        var arrived = entries.LastOrDefault(entry => entry.IsSent)?.Sequence ?? 0;
        var (isAnswered, there) = entries.Exists(entry => !entry.IsSent) ? default : await AskAsync(asked => remote.FindAsync(id, asked), cancellation);
        return await outbox.PutAsync("marked", id, play: null, label, found =>
        {
            // What has arrived only since then was perhaps not there yet when the database was asked.
            var newer = found.Where(entry => entry.Sequence > arrived).ToList();
            if (newer.Count == 0 && isAnswered && there is null)
                return (LabelOutcome.NotFound, false);
            return Merge(PlayIn(newer) ?? there, newer)?.Label?.Digit == label.Digit || newer.LastOrDefault()?.Mark?.Digit == label.Digit
                ? (LabelOutcome.Unchanged, false)
                : (LabelOutcome.Stored, true);
        }, cancellation);
    }

    public async Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation)
    {
        await AwaitArrivalAsync(Arrival, cancellation);
        return await remote.ReadAsync(after, limit, cancellation);
    }

    /// <remarks>While plays come without a pause the outbox is never empty: who follows the changes comes again anyway, and is not kept for long.</remarks>
    public async Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation)
    {
        await AwaitArrivalAsync(Arrival / 5, cancellation);
        return await remote.ReadChangesAsync(after, limit, cancellation);
    }

    /// <remarks>The host's word needs the database: it does not wait in the outbox.</remarks>
    public async Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation)
    {
        for (var start = clock.GetTimestamp(); (await outbox.FindAsync(id, cancellation)).Exists(entry => entry is { Play: not null, IsSent: false });)
        {
            if (outbox.IsRemoteAway || clock.GetElapsedTime(start) > Arrival)
                throw new StoreException("The drawings could not be set aside: one waits on this machine for the database.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), clock, cancellation);
        }

        return await remote.ExcludeAsync(id, excluded, cancellation);
    }

    public async Task<long> CountLabelledAsync(CancellationToken cancellation)
    {
        await AwaitArrivalAsync(Arrival, cancellation);
        return await remote.CountLabelledAsync(cancellation);
    }

    private static AppendOutcome Compare(Observation observation, Observation known) =>
        observation.IsSamePlayAs(known) ? AppendOutcome.AlreadyStored : AppendOutcome.Conflict;

    private static Observation? PlayIn(IEnumerable<OutboxEntry> entries) => entries.FirstOrDefault(entry => entry.Play is not null)?.Observation;

    /// <summary>The observation with the last mark on it.</summary>
    private static Observation? Merge(Observation? observation, IEnumerable<OutboxEntry> entries) =>
        entries.LastOrDefault(entry => entry.Mark is not null)?.Mark is { } mark && observation is not null ? observation with { Label = mark } : observation;

    /// <summary>Nobody waits for a database that is away.</summary>
    private async Task<(bool IsAnswered, T? Answer)> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        if (outbox.IsRemoteAway)
            return default;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return (true, await question(asked.Token));
        }
        catch (StoreException e)
        {
            outbox.Report(e.Message);
            return default;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            outbox.Report($"The database has not answered within {Patience.TotalSeconds:N0} s.");
            return default;
        }
    }

    /// <summary>Who has just played and looks sees it: on its way it is for a few milliseconds only.</summary>
    private async Task AwaitArrivalAsync(TimeSpan patience, CancellationToken cancellation)
    {
        for (var start = clock.GetTimestamp(); !outbox.IsDrained && !outbox.IsRemoteAway && clock.GetElapsedTime(start) < patience;)
            await Task.Delay(TimeSpan.FromMilliseconds(10), clock, cancellation);
    }
}
