using GameNight.Identity.Erasure;

namespace GameNight.Play.Fool;

/// <summary>
/// Which drawing each player was given to judge, in memory: loading the page again does not give another one. Safe for concurrent use.
/// </summary>
public sealed class JurySeats : IErasable
{
    private readonly PlayerMemory<JurySeat> _seats = new();

    /// <summary>The player's seat; an empty one for who has none.</summary>
    public JurySeat Find(string player) => _seats.Find(player) ?? JurySeat.Empty;

    /// <summary>Notes which drawing the player is given; null for none.</summary>
    public void Give(string player, Guid? drawing) => Change(player, seat => seat with { Given = drawing });

    /// <summary>Notes that the player is not to be given this drawing any more.</summary>
    public void Skip(string player, Guid drawing) => Change(player, seat => seat.Skipped.Count < JuryDocket.Limit
        ? new JurySeat(null, seat.Skipped.Add(drawing))
        : new JurySeat(null, [drawing]));

    public Task EraseAsync(ErasureScope scope, CancellationToken cancellation) => _seats.EraseAsync(scope, cancellation);

    private void Change(string player, Func<JurySeat, JurySeat> change) =>
        _seats.Change(player, seat => change(seat ?? JurySeat.Empty));
}
