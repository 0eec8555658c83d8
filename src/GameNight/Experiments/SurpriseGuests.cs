using GameNight.Identity.Erasure;

namespace GameNight.Experiments;

/// <summary>
/// Which guest was drawn by lot for each player's drawing, in memory, until that drawing has its answer: loading the page again does not
/// draw another one. Safe for concurrent use.
/// </summary>
public sealed class SurpriseGuests : IErasable
{
    /// <summary>With more players than this, who came first is forgotten, and gets another guest.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, ChosenAlgorithm> _guests = [];

    /// <summary>The guest of the player's drawing; null where none was drawn.</summary>
    public ChosenAlgorithm? Find(string player)
    {
        lock (_lock)
            return _guests.GetValueOrDefault(player);
    }

    public void Keep(string player, ChosenAlgorithm guest)
    {
        lock (_lock)
        {
            _guests[player] = guest;
            if (_guests.Count > Capacity)
                _guests.RemoveAt(0);
        }
    }

    /// <summary>The drawing has its answer: the next one gets a guest of its own.</summary>
    public void Forget(string player)
    {
        lock (_lock)
            _guests.Remove(player);
    }

    public Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        lock (_lock)
        {
            foreach (var player in _guests.Keys.Where(scope.Covers).ToList())
                _guests.Remove(player);
        }

        return Task.CompletedTask;
    }
}
