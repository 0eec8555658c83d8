using GameNight.Identity.Erasure;

namespace GameNight.Play.Fool;

/// <summary>
/// Which drawing each player was given to judge, in memory: loading the page again does not give another one. Safe for concurrent use.
/// </summary>
public sealed class JurySeats : IErasable
{
    /// <summary>With more players than this, who came first is forgotten, and is given a drawing anew.</summary>
    public const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, JurySeat> _seats = [];

    /// <summary>The player's seat; an empty one for who has none.</summary>
    public JurySeat Find(string player)
    {
        lock (_lock)
            return _seats.GetValueOrDefault(player, JurySeat.Empty);
    }

    /// <summary>Notes which drawing the player is given; null for none.</summary>
    public void Give(string player, Guid? drawing) => Change(player, seat => seat with { Given = drawing });

    /// <summary>Notes that the player is not to be given this drawing any more.</summary>
    public void Skip(string player, Guid drawing) => Change(player, seat => seat.Skipped.Count < JuryDocket.Limit
        ? new JurySeat(null, seat.Skipped.Add(drawing))
        : new JurySeat(null, [drawing]));

    public Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        lock (_lock)
        {
            foreach (var player in _seats.Keys.Where(scope.Covers).ToList())
                _seats.Remove(player);
        }

        return Task.CompletedTask;
    }

    private void Change(string player, Func<JurySeat, JurySeat> change)
    {
        lock (_lock)
        {
            _seats[player] = change(_seats.GetValueOrDefault(player, JurySeat.Empty));
            if (_seats.Count > Capacity)
                _seats.RemoveAt(0);
        }
    }
}
