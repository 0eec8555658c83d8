using GameNight.Background;
using GameNight.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement.Internal;

namespace GameNight.Identity.Keys;

/// <summary>
/// Exchanges the keys with the table: before the game listens, and again and again while it runs. None is ever removed, so whatever a
/// game has signed, every other one believes. Games that start together on an empty table end with one key, by a conditional write.
/// </summary>
internal sealed partial class KeySharing(
    SharedKeys keys, KeyDraft draft, IKeyRingProvider ring, IDocumentStore documents, TimeProvider clock, ILogger<KeySharing> log)
    : PollingService("Sharing the keys that sign the players' cookies", Interval, clock, log), IHostedLifecycleService
{
    /// <summary>
    /// How long another game's key may be unknown here. ASP.NET makes each new key two days or more before it signs, so that matters only
    /// where a game with keys of its own joins others.
    /// </summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>While it has not been read, nobody can be recognised here whose cookie is another game's.</summary>
    private static readonly TimeSpan IntervalAtFirst = TimeSpan.FromSeconds(1);

    /// <summary>How long the start waits for the table where the data folder has keys.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The same where it has none. A table that is missing is made meanwhile.</summary>
    private static readonly TimeSpan PatienceAtFirst = TimeSpan.FromSeconds(20);

    private volatile bool _isKnown;
    private volatile bool _isShared;

    /// <summary>Whether the keys of the other games are known here, from the table or from an earlier start.</summary>
    public bool IsKnown => _isKnown;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        keys.ReadCopies();
        _isKnown = keys.GetAllElements().Count > 0 && !keys.IsAlone;
        using var patience = new CancellationTokenSource(_isKnown ? Patience : PatienceAtFirst, Clock);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await TurnAsync(waiting.Token);
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            if (_isKnown)
            {
                LogAway(e);
                return;
            }

            // Before ASP.NET makes a key, by which the next start would take the others' for known.
            keys.Note(alone: true);
            LogAlone(e);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task PauseAsync(CancellationToken cancellation) =>
        Task.Delay(_isShared ? Interval : IntervalAtFirst, Clock, cancellation);

    protected override async Task TurnAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var (shared, revision) = await KeyDocument.ReadAsync(documents, cancellation);
            var all = draft.Complete(shared.UnionBy(keys.GetAllElements(), SharedKeys.IdentityOf));
            if (all.Count > shared.Count && !await KeyDocument.TryWriteAsync(documents, all, revision, cancellation))
                continue;
            keys.Add(all);
            keys.Note(alone: false);
            // While ASP.NET reads them anew it goes by those that it had, so it is asked now, and not first by a player's cookie.
            ring.GetCurrentKeyRing();
            (_isKnown, _isShared) = (true, true);
            return;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The keys that sign the players' cookies can't be read from the table. Those that this game "
        + "knows count meanwhile, and it's tried again")]
    private partial void LogAway(Exception exception);

    [LoggerMessage(LogLevel.Error, "The keys that sign the players' cookies can't be read from the table, and this game knows none. "
        + "Until it can read them it takes everybody for new, and /health/ready keeps a balancer away. It's tried again")]
    private partial void LogAlone(Exception exception);
}
