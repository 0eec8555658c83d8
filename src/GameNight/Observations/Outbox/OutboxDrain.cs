using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Outbox;

/// <summary>
/// Sends what lies in the outbox to the database, one after the other and each only after everything before it. While the
/// database is away it tries again, later each time. Of several processes at one data folder one sends for all.
/// </summary>
public sealed partial class OutboxDrain(OutboxFile outbox, IObservationStore remote, TimeProvider clock, ILogger<OutboxDrain> logger) : BackgroundService
{
    private const int AtOnce = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>How often it looks for what another process has put in.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private (long Sequence, long Since) _early;

    /// <summary>So long a mark waits for its play, which may still lie in another machine's outbox.</summary>
    internal TimeSpan Arrival { get; init; } = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        FileStream? turn = null;
        var failures = 0;
        try
        {
            while (true)
            {
                try
                {
                    await outbox.RefreshAsync(stoppingToken);
                    turn ??= outbox.TryTakeTurn();
                    if (turn is null || !await SendAsync(stoppingToken))
                        await outbox.WaitAsync(Look, stoppingToken);
                    failures = 0;
                }
                catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException)
                {
                    outbox.Report(e.Message);
                    if (failures++ == 0)
                        LogAway(e.Message);
                    await Task.Delay(PauseAfter(failures), clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left waits on the disk for the next start.
        }
        finally
        {
            if (turn is not null)
                await turn.DisposeAsync();
        }
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

            if (outbox.IsRemoteAway)
                LogBack();
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
            _early = (entry.Sequence, clock.GetTimestamp());
        return clock.GetElapsedTime(_early.Since) < Arrival;
    }

    /// <summary>Twice as long each time, and between half and all of it, so that not all games come at once.</summary>
    private static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(failures - 1, 20))) * (0.5 + (Random.Shared.NextDouble() / 2));

    [LoggerMessage(LogLevel.Warning, "Plays wait on this machine for the database. {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Information, "The database answers again")]
    private partial void LogBack();

    [LoggerMessage(LogLevel.Error, "The database does not take what belongs to the observation {Id}; it lies aside in outbox.db. {Reason}")]
    private partial void LogRefused(Guid id, string reason);
}
