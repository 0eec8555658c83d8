using GameNight.Identity.Erasure;
using GameNight.Identity.Names;
using GameNight.Storage;

namespace GameNight.Privacy;

/// <summary>Has everything deleted that is kept of a player.</summary>
public sealed class PlayerErasure(Erasures erasures, Nicknames names)
{
    /// <summary>Takes the player's name down, and asks for all else; the request is durable when the task completes.</summary>
    /// <exception cref="StoreException">The store cannot be written; it can be asked for again.</exception>
    public async Task RequestAsync(string player, CancellationToken cancellation)
    {
        await names.RemoveAsync(PlayerHandle.Of(player), cancellation);
        await erasures.RequestAsync(player, cancellation);
    }
}
