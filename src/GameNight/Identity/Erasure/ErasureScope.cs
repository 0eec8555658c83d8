namespace GameNight.Identity.Erasure;

/// <summary>What is deleted now: players with what they did until they asked for it, and drawings.</summary>
/// <param name="covers">Whether something that a player made at a time is deleted.</param>
/// <param name="drawings">The ids of the observations that are deleted, as far as this process has found them.</param>
public sealed class ErasureScope(Func<string, DateTimeOffset, bool> covers, IReadOnlySet<Guid> drawings)
{
    /// <summary>The ids of the observations that are deleted, as far as this process has found them.</summary>
    public IReadOnlySet<Guid> Drawings => drawings;

    /// <summary>Whether something that a player made is deleted, such as a drawing or a label.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="time">When it was made.</param>
    public bool Covers(string player, DateTimeOffset time) => covers(player, time);

    /// <summary>Whether anything that the player ever made is deleted.</summary>
    public bool Covers(string player) => covers(player, DateTimeOffset.MinValue);
}
