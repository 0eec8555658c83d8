using System.Collections.Concurrent;
using GameNight.Background;
using GameNight.Identity.Erasure;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Outbox;

/// <summary>
/// Sends the entries of the outbox to the database, many at once: begun in their order, which the database keeps, and those of one
/// observation each after the one before it has arrived. While the database is unavailable it tries again with one, after a longer pause
/// each time. Where several processes share a data folder, one sends for all.
/// </summary>
public sealed partial class OutboxDrain(
    OutboxFile outbox, IObservationStore remote, Erasures erasures, TimeProvider clock, ILogger<OutboxDrain> logger)
    : PollingService("Sending plays to the database", PollInterval, clock, logger)
{
    private const int BatchSize = 300;

    /// <summary>The most entries that are on their way at once.</summary>
    private const int MostAtOnce = 32;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>How often the outbox is read for what another process has put in.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    // Labels that wait for their observations, and the timestamps of the first attempts to send them.
    private readonly ConcurrentDictionary<long, long> _early = new();

    // What arrives at the same time is one write to the disk.
    private readonly GroupedWrites<OutboxEntry, bool> _marking = new(async entries =>
    {
        await outbox.MarkSentAsync(entries);
        return [.. entries.Select(_ => true)];
    });

    private readonly Lock _reporting = new();
    private bool _hasFailed;

    // The lock, once this process is the one that sends.
    private FileStream? _sending;
    private bool _hasMore = true;

    /// <summary>How long a label waits for its observation, which may still be in another machine's outbox.</summary>
    internal TimeSpan GracePeriod { get; init; } = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            // What is left is on the disk and is sent by another process, or after the next start.
            if (_sending is not null)
                await _sending.DisposeAsync();
        }
    }

    /// <summary>Goes on at once while there is more to send; else waits until something is put in.</summary>
    protected override Task PauseAsync(CancellationToken cancellation) => Failures > 0
        ? Task.Delay(PauseAfter(Failures), Clock, cancellation)
        : _hasMore ? Task.CompletedTask : outbox.WaitAsync(PollInterval, cancellation);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        _hasFailed = false;
        await outbox.RefreshAsync(cancellation);
        _sending ??= outbox.TryAcquireLock();
        _hasMore = _sending is not null && await SendAsync(cancellation);
        // Where there is nothing to send, or another process sends, somebody still has to notice that the database is back.
        if (!_hasMore && outbox.IsRemoteUnavailable)
            await ReportAsync(() => remote.FindAsync(Guid.Empty, cancellation), cancellation);
    }

    /// <summary>An unavailable database is a warning; other failures, those of this machine's disk among them, are errors.</summary>
    protected override void OnFailing(Exception exception)
    {
        if (exception is StoreException && outbox.IsRemoteUnavailable)
            LogUnavailable(exception.Message);
        else
            base.OnFailing(exception);
    }

    /// <summary>Makes a request to the database, and reports whether that is available.</summary>
    private async Task<T> ReportAsync<T>(Func<Task<T>> request, CancellationToken cancellation)
    {
        try
        {
            var answer = await request();
            Report(null);
            return answer;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // Anybody may read the reason under /health/ready. Only a store's message is written for that.
            Report(e is StoreException ? e.Message : "Sending failed unexpectedly; the log has the details.");
            throw;
        }
    }

    /// <summary>What arrives after a failure was on its way before it, and does not say that the database is available again.</summary>
    private void Report(string? failure)
    {
        lock (_reporting)
        {
            if (failure is null && _hasFailed)
                return;
            _hasFailed |= failure is not null;
            outbox.Report(failure);
        }
    }

    /// <summary>Sends the next batch.</summary>
    /// <returns>Whether there was anything to send.</returns>
    private async Task<bool> SendAsync(CancellationToken cancellation)
    {
        // One entry is enough to find out whether the database is back.
        var entries = await outbox.NextAsync(outbox.IsRemoteUnavailable ? 1 : BatchSize, cancellation);
        var (erased, marking) = (new ConcurrentDictionary<Guid, bool>(), new ConcurrentBag<Task>());
        try
        {
            await OrderedSending.SendAllAsync(
                entries, entry => entry.Id, MostAtOnce, entry => SendAsync(entry, erased, marking, cancellation));
        }
        finally
        {
            // The next entries need not wait for this machine's disk, but the next batch must not have these again.
            await Task.WhenAll(marking);
        }

        return entries.Count > 0;
    }

    /// <summary>Sends one entry.</summary>
    /// <param name="entry">What is sent.</param>
    /// <param name="erased">Observations whose entries have left the outbox since the batch was read: they are not to be kept.</param>
    /// <param name="marking">What notes on the disk that an entry was sent.</param>
    /// <param name="cancellation">Keeps it from being sent.</param>
    private async Task SendAsync(
        OutboxEntry entry, ConcurrentDictionary<Guid, bool> erased, ConcurrentBag<Task> marking, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (erased.ContainsKey(entry.Id))
            return;
        var (fate, reason) = await ReportAsync(() => TrySendAsync(entry, cancellation), cancellation);
        switch (fate)
        {
            case Fate.Erased:
                erased[entry.Id] = true;
                await outbox.DeleteAsync([entry.Id], CancellationToken.None);
                break;
            case Fate.Refused:
                LogRefused(entry.Id, reason!);
                await outbox.RefuseAsync(entry, reason!);
                break;
            default:
                marking.Add(_marking.WriteAsync(entry, CancellationToken.None));
                break;
        }

        _early.TryRemove(entry.Sequence, out _);
    }

    /// <returns>What became of the entry, and why the database will never accept it; null where it has it now.</returns>
    private async Task<(Fate Fate, string? Reason)> TrySendAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        try
        {
            if (entry.Label is not { } label)
            {
                return await remote.AppendAsync(entry.Observation!, cancellation) switch
                {
                    AppendOutcome.Erased => (Fate.Erased, null),
                    AppendOutcome.Conflict => (Fate.Refused, "Another observation has this id."),
                    _ => (Fate.Sent, null),
                };
            }

            if (await remote.LabelAsync(entry.Id, label, cancellation) != LabelOutcome.NotFound)
                return (Fate.Sent, null);
            if (IsEarly(entry))
                throw new StoreException("A label waits for its observation, which another machine has still to send.");
            // What its player labels on a page that was open before the deletion is a label on nothing.
            return await erasures.FindNowAsync(label.By, cancellation) is not null
                ? (Fate.Erased, null)
                : (Fate.Refused, "There is no such observation.");
        }
        catch (StoreException e) when (e.IsFinal)
        {
            return (Fate.Refused, e.Message);
        }
    }

    /// <summary>Whether a label has waited for its observation for less than the <see cref="GracePeriod"/>.</summary>
    private bool IsEarly(OutboxEntry entry) =>
        Clock.GetElapsedTime(_early.GetOrAdd(entry.Sequence, _ => Clock.GetTimestamp())) < GracePeriod;

    /// <summary>Doubles with each failure; a random share of 50 to 100 % of that keeps several games from trying all at once.</summary>
    private static TimeSpan PauseAfter(int failures)
    {
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(failures - 1, 20)));
        return pause * (0.5 + (Random.Shared.NextDouble() / 2));
    }

    private enum Fate
    {
        Sent,
        Refused,
        Erased,
    }

    [LoggerMessage(LogLevel.Warning, "The database is unavailable; observations wait in the outbox of this machine. {Reason}")]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(LogLevel.Error, "The database refuses observation {Id} or its label; outbox.db keeps it as refused. {Reason}")]
    private partial void LogRefused(Guid id, string reason);
}
