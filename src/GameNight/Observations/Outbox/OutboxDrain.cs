using GameNight.Background;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Outbox;

/// <summary>
/// Sends what lies in the outbox to the database, one after the other and each only after everything before it. While the
/// database is away it tries again, later each time. Of several processes at one data folder one sends for all.
/// </summary>
public sealed partial class OutboxDrain(OutboxFile outbox, IObservationStore remote, TimeProvider clock, ILogger<OutboxDrain> logger)
    : PollingService("Sending plays to the database", Look, clock, logger)
{
    private const int AtOnce = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>How often it looks for what another process has put in.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private (long Sequence, long Since) _early;
    private FileStream? _turn;
    private bool _hasMore = true;

    /// <summary>So long a mark waits for its play, which may still lie in another machine's outbox.</summary>
    internal TimeSpan Arrival { get; init; } = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            // What is left waits on the disk for the next start, or for another process that sends.
            if (_turn is not null)
                await _turn.DisposeAsync();
        }
    }

    /// <summary>It goes on at once while there is more, and is woken by what is put in.</summary>
    protected override Task PauseAsync(CancellationToken cancellation) => Failures > 0
        ? Task.Delay(PauseAfter(Failures), Clock, cancellation)
        : _hasMore ? Task.CompletedTask : outbox.WaitAsync(Look, cancellation);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        try
        {
            await outbox.RefreshAsync(cancellation);
            _turn ??= outbox.TryTakeTurn();
            _hasMore = _turn is not null && await SendAsync(cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            outbox.Report(e.Message);
            throw;
        }
    }

    /// <summary>A database that is away is no mistake of the game.</summary>
    protected override void OnFailing(Exception exception)
    {
        if (exception is StoreException or IOException or UnauthorizedAccessException)
            LogAway(exception.Message);
        else
            base.OnFailing(exception);
    }

    /// <returns>Whether there was anything.</returns>
    private async Task<bool> SendAsync(CancellationToken cancellation)
    {
        var entries = await outbox.NextAsync(AtOnce, cancellation);
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await TrySendAsync(entry, cancellation) is { } reason)
            {
                LogRefused(entry.Id, reason);
                await outbox.RefusedAsync(entry, reason);
            }
            else
            {
                await outbox.SentAsync(entry);
            }

            outbox.Report(null);
        }

        return entries.Count > 0;
    }

    /// <returns>Why the database will never take it; null where it has it.</returns>
    private async Task<string?> TrySendAsync(OutboxEntry entry, CancellationToken cancellation)
    {
        try
        {
            if (entry.Mark is { } mark && await remote.LabelAsync(entry.Id, mark, cancellation) != LabelOutcome.NotFound)
                return null;
            if (entry.Mark is not null)
                return IsEarly(entry) ? throw new StoreException("A mark waits for its play, which another machine has still to send.") : "There is no such observation.";
            return await remote.AppendAsync(entry.Observation!, cancellation) == AppendOutcome.Conflict ? "Another observation has this id." : null;
        }
        catch (StoreException e) when (e.IsFinal)
        {
            return e.Message;
        }
    }

    /// <summary>The play may lie in another machine's outbox, which has been away from the database as well.</summary>
    private bool IsEarly(OutboxEntry entry)
    {
        if (_early.Sequence != entry.Sequence)
            _early = (entry.Sequence, Clock.GetTimestamp());
        return Clock.GetElapsedTime(_early.Since) < Arrival;
    }

    /// <summary>Twice as long each time, and between half and all of it, so that not all games come at once.</summary>
    private static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(failures - 1, 20))) * (0.5 + (Random.Shared.NextDouble() / 2));

    [LoggerMessage(LogLevel.Warning, "Plays wait on this machine for the database. {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Error, "The database does not take what belongs to the observation {Id}; it lies aside in outbox.db. {Reason}")]
    private partial void LogRefused(Guid id, string reason);
}
