namespace GameNight.Identity.Erasure;

/// <summary>What is remembered of each player in memory, of the latest 10,000. Safe for concurrent use.</summary>
/// <typeparam name="T">What is remembered.</typeparam>
public sealed class PlayerMemory<T> : IErasable
{
    /// <summary>With more players than this, who came first is forgotten.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, T> _known = [];

    /// <summary>What is remembered of the player; the default where nothing is.</summary>
    public T? Find(string player)
    {
        lock (_lock)
            return _known.GetValueOrDefault(player);
    }

    /// <summary>Remembers something in the place of what was.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="change">Makes it of what was; of the default where nothing was.</param>
    public void Change(string player, Func<T?, T> change)
    {
        lock (_lock)
        {
            _known[player] = change(_known.GetValueOrDefault(player));
            if (_known.Count > Capacity)
                _known.RemoveAt(0);
        }
    }

    public void Forget(string player)
    {
        lock (_lock)
            _known.Remove(player);
    }

    public Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        lock (_lock)
        {
            foreach (var player in _known.Keys.Where(scope.Covers).ToList())
                _known.Remove(player);
        }

        return Task.CompletedTask;
    }
}
