using GameNight.Identity.Erasure;

namespace GameNight.Experiments;

/// <summary>
/// Which guest was drawn by lot for each player's drawing, in memory, until that drawing has its answer: loading the page again does not
/// draw another one. Safe for concurrent use.
/// </summary>
public sealed class SurpriseGuests : IErasable
{
    private readonly PlayerMemory<ChosenAlgorithm> _guests = new();

    /// <summary>The guest of the player's drawing; null where none was drawn.</summary>
    public ChosenAlgorithm? Find(string player) => _guests.Find(player);

    public void Keep(string player, ChosenAlgorithm guest) => _guests.Change(player, _ => guest);

    /// <summary>The drawing has its answer: the next one gets a guest of its own.</summary>
    public void Forget(string player) => _guests.Forget(player);

    public Task EraseAsync(ErasureScope scope, CancellationToken cancellation) => _guests.EraseAsync(scope, cancellation);
}
