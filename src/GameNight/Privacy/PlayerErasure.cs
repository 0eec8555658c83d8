using GameNight.Identity.Access;
using GameNight.Identity.Erasure;
using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Privacy;

/// <summary>Has everything deleted that is kept of a player.</summary>
public sealed class PlayerErasure(
    Erasures erasures, Nicknames names, OwnDrawings drawings, IObservationStore store, IEnumerable<IErasable> erasables, TimeProvider clock)
    : IDisposable
{
    /// <summary>How long a player waits who has had everything deleted and asks again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    // Whoever has nothing here may ask as well, under any number of names: all drawings are looked through for one at a time.
    private readonly SemaphoreSlim _scanning = new(1, 1);

    /// <summary>Takes the player's name down, and asks for all else; the request is durable when the task completes.</summary>
    /// <exception cref="ArgumentException">The id is the host's, under which no player draws.</exception>
    /// <exception cref="StoreException">The store cannot be written; it can be asked for again.</exception>
    public async Task RequestAsync(string player, CancellationToken cancellation)
    {
        if (player == Players.Host)
            throw new ArgumentException("The host is no player; name the player whose drawings are to be deleted.", nameof(player));
        await names.RemoveAsync(PlayerHandle.Of(player), cancellation);
        await erasures.RequestAsync(player, cancellation);
    }

    /// <summary>
    /// The same for who asks for their own: a request that is open goes on as it is, and of one of whom nothing is kept none is noted.
    /// </summary>
    /// <inheritdoc cref="RequestAsync"/>
    /// <exception cref="DeletedJustNowException">Everything was deleted less than a minute ago, and there is something new.</exception>
    public async Task RequestOwnAsync(string player, CancellationToken cancellation)
    {
        var last = await erasures.FindNowAsync(player, cancellation);
        if (last is { DoneAt: null } || !await HasAnythingAsync(player, cancellation))
            return;
        if (last is not null && Pause - (clock.GetUtcNow() - last.Until) is var wait && wait > TimeSpan.Zero)
            throw new DeletedJustNowException(wait);
        await RequestAsync(player, cancellation);
    }

    public void Dispose() => _scanning.Dispose();

    private async Task<bool> HasAnythingAsync(string player, CancellationToken cancellation)
    {
        await names.RefreshAsync(cancellation);
        if (names.Find(PlayerHandle.Of(player)) is not null || await drawings.CountAsync(player, cancellation) > 0)
            return true;
        foreach (var erasable in erasables)
        {
            if (await erasable.HasAsync(player, cancellation))
                return true;
        }

        return await HasJudgedAsync(player, cancellation);
    }

    /// <summary>Whether the player has voted on a drawing, or labelled one: the stores keep no index of that.</summary>
    private async Task<bool> HasJudgedAsync(string player, CancellationToken cancellation)
    {
        await _scanning.WaitAsync(cancellation);
        try
        {
            for (var page = await ReadAsync(null); page.Items.Count > 0; page = await ReadAsync(page.Next))
            {
                if (page.Items.Any(play => play.Label?.By == player || play.Votes.Any(vote => vote.Player == player)))
                    return true;
            }

            return false;
        }
        finally
        {
            _scanning.Release();
        }

        Task<ObservationPage> ReadAsync(string? after) => store.ReadAsync(after, ObservationPage.MaxLimit, cancellation);
    }
}
