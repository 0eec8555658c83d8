using GameNight.Observations.Store;
using GameNight.Storage;
using static GameNight.Observations.Store.ObservationFailure;

namespace GameNight.Observations.Outbox;

/// <summary>
/// Keeps a game going while its database is unavailable: an observation or a label is durable once it is in this machine's outbox,
/// from where <see cref="OutboxDrain"/> sends it. Pages of observations are read from the database; a single observation is
/// looked up in both.
/// </summary>
public sealed class OutboxObservationStore(OutboxFile outbox, IObservationStore remote, TimeProvider clock) : IObservationStore
{
    /// <summary>How long the database may take to say whether it has an observation; then the write goes into the outbox unasked.</summary>
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(1);

    /// <summary>How long a read waits until the observations that this process has recorded are in the database.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The same for a reader of changes, which comes again anyway: with play after play the outbox is never empty.</summary>
    private static readonly TimeSpan ChangesDrainTimeout = DrainTimeout / 5;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    /// <inheritdoc/>
    /// <returns>
    /// While the database is unavailable, <see cref="AppendOutcome.Stored"/> may be wrong: an observation that turns out to be a
    /// conflict is refused later, by the drain.
    /// </returns>
    public async Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation)
    {
        if (ObservationIn(await outbox.FindAsync(observation.Id, cancellation)) is { } known)
            return Compare(observation, known);
        var (_, stored) = await AskAsync(ended => remote.FindAsync(observation.Id, ended), cancellation);
        if (stored is not null)
        {
            // The database decides; and its append completes what a crash may have left half done.
            var (isAnswered, outcome) = await AskAsync(ended => remote.AppendAsync(observation, ended), cancellation);
            if (isAnswered)
                return outcome;
        }

        return await outbox.PutAsync(observation.Id, ObservationBinaryFormat.Pack(observation), label: null, entries =>
            ObservationIn(entries) is { } other ? (Compare(observation, other), false) : (AppendOutcome.Stored, true), cancellation);
    }

    public async Task<Observation?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var entries = await outbox.FindAsync(id, cancellation);
        if (entries.Exists(entry => entry is { Play: not null, IsSent: false }))
            return Merge(ObservationIn(entries), entries);
        try
        {
            return Merge(await remote.FindAsync(id, cancellation), entries.Where(entry => !entry.IsSent));
        }
        catch (StoreException) when (ObservationIn(entries) is not null)
        {
            return Merge(ObservationIn(entries), entries);
        }
    }

    /// <inheritdoc/>
    /// <returns>
    /// While the database is unavailable and the outbox has nothing of the observation, <see cref="LabelOutcome.Stored"/>: a label
    /// without an observation is refused later, by the drain.
    /// </returns>
    public async Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation)
    {
        label.RequireDigit();
        var entries = await outbox.FindAsync(id, cancellation);
        var lastSent = entries.LastOrDefault(entry => entry.IsSent)?.Sequence ?? 0;
        var (isAnswered, stored) = entries.Exists(entry => !entry.IsSent)
            ? default
            : await AskAsync(ended => remote.FindAsync(id, ended), cancellation);
        return await outbox.PutAsync(id, play: null, label, found =>
        {
            // What was sent after the first look may not have been in the database yet when it was asked.
            var newer = found.Where(entry => entry.Sequence > lastSent).ToList();
            if (newer.Count == 0 && isAnswered && stored is null)
                return (LabelOutcome.NotFound, false);
            var isSame = Merge(ObservationIn(newer) ?? stored, newer)?.Label?.Digit == label.Digit
                || newer.LastOrDefault()?.Label?.Digit == label.Digit;
            return isSame ? (LabelOutcome.Unchanged, false) : (LabelOutcome.Stored, true);
        }, cancellation);
    }

    public async Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation)
    {
        await WaitUntilDrainedAsync(DrainTimeout, cancellation);
        return await remote.ReadAsync(after, limit, cancellation);
    }

    public async Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation)
    {
        await WaitUntilDrainedAsync(ChangesDrainTimeout, cancellation);
        return await remote.ReadChangesAsync(after, limit, cancellation);
    }

    /// <remarks>Votes need the database: they do not go through the outbox.</remarks>
    public async Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation)
    {
        await WaitUntilSentAsync(NotVoted, id, cancellation);
        return await remote.VoteAsync(id, vote, cancellation);
    }

    public Task UnvoteAsync(Guid id, string player, CancellationToken cancellation) => remote.UnvoteAsync(id, player, cancellation);

    /// <remarks>The host's exclusions need the database: they do not go through the outbox.</remarks>
    public async Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation)
    {
        await WaitUntilSentAsync(NotSetAside, id, cancellation);
        return await remote.ExcludeAsync(id, excluded, cancellation);
    }

    public async Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await outbox.DeleteAsync(ids, cancellation);
        return await remote.DeleteAsync(ids, cancellation);
    }

    public Task UnlabelAsync(Guid id, CancellationToken cancellation) => remote.UnlabelAsync(id, cancellation);

    public Task PurgeAsync(CancellationToken cancellation) => remote.PurgeAsync(cancellation);

    public async Task<long> CountLabelledAsync(CancellationToken cancellation)
    {
        await WaitUntilDrainedAsync(DrainTimeout, cancellation);
        return await remote.CountLabelledAsync(cancellation);
    }

    private static AppendOutcome Compare(Observation observation, Observation known) =>
        observation.IsSamePlayAs(known) ? AppendOutcome.AlreadyStored : AppendOutcome.Conflict;

    private static Observation? ObservationIn(IEnumerable<OutboxEntry> entries) =>
        entries.FirstOrDefault(entry => entry.Play is not null)?.Observation;

    /// <summary>The observation with the last label among the entries.</summary>
    private static Observation? Merge(Observation? observation, IEnumerable<OutboxEntry> entries) =>
        observation is not null && entries.LastOrDefault(entry => entry.Label is not null)?.Label is { } label
            ? observation with { Label = label }
            : observation;

    /// <summary>Asks the database, unless it is known to be unavailable. A failure or a timeout is reported to the outbox.</summary>
    private async Task<(bool IsAnswered, T? Answer)> AskAsync<T>(Func<CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        if (outbox.IsRemoteUnavailable)
            return default;
        using var timeout = new CancellationTokenSource(AnswerTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return (true, await question(either.Token));
        }
        catch (StoreException e)
        {
            outbox.Report(e.Message);
            return default;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            outbox.Report($"The database has not answered within {AnswerTimeout.TotalSeconds:N0} s.");
            return default;
        }
    }

    /// <summary>Waits until the database has an observation that was recorded here.</summary>
    /// <exception cref="StoreException">It still waits on this machine.</exception>
    private async Task WaitUntilSentAsync(string failure, Guid id, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while ((await outbox.FindAsync(id, cancellation)).Exists(entry => entry is { Play: not null, IsSent: false }))
        {
            if (outbox.IsRemoteUnavailable || clock.GetElapsedTime(start) > DrainTimeout)
                throw new StoreException($"{failure}: the drawing waits on this machine for the database.");
            await Task.Delay(PollInterval, clock, cancellation);
        }
    }

    /// <summary>Lets a reader see what this process has just recorded, which is usually on its way for a few milliseconds.</summary>
    private async Task WaitUntilDrainedAsync(TimeSpan timeout, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (!outbox.IsDrained && !outbox.IsRemoteUnavailable && clock.GetElapsedTime(start) < timeout)
            await Task.Delay(PollInterval, clock, cancellation);
    }
}
