using GameNight.Storage;

namespace GameNight.Identity.Erasure;

/// <summary>Keeps something of players or their drawings beside the observations: in memory, in a file or in documents.</summary>
public interface IErasable
{
    /// <summary>Forgets what is in the scope. It may be asked for the same more than once, in any process.</summary>
    /// <exception cref="StoreException">Not everything was forgotten; it is asked for again.</exception>
    Task EraseAsync(ErasureScope scope, CancellationToken cancellation);

    /// <summary>Whether something is kept of a player that the drawings in the store do not tell of.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    Task<bool> HasAsync(string player, CancellationToken cancellation) => Task.FromResult(false);
}
