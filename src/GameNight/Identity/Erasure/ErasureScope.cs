namespace GameNight.Identity.Erasure;

/// <summary>What is deleted now: players with what they did until they asked for it, and drawings.</summary>
/// <param name="requests">What players have asked for.</param>
/// <param name="isExpired">Whether what was made at a time is older than it is kept.</param>
/// <param name="drawings">The ids of the observations that are deleted, as far as this process has found them.</param>
public sealed class ErasureScope(ErasureList requests, Func<DateTimeOffset, bool> isExpired, IReadOnlySet<Guid> drawings)
{
    /// <summary>The ids of the observations that are deleted, as far as this process has found them.</summary>
    public IReadOnlySet<Guid> Drawings => drawings;

    /// <summary>Whether something that a player made is deleted, such as a drawing or a label.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="time">When it was made.</param>
    public bool Covers(string player, DateTimeOffset time) => isExpired(time) || requests.Find(player)?.Covers(time) == true;

    /// <summary>Whether the player has ever asked for a deletion. What is only too old is known by its drawings.</summary>
    public bool Covers(string player) => requests.Find(player) is not null;

    /// <summary>Whether the player has asked for a deletion that is not done yet.</summary>
    public bool IsOpen(string player) => requests.Find(player) is { DoneAt: null };
}
