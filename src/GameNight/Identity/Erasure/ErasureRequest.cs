namespace GameNight.Identity.Erasure;

/// <summary>
/// A player asked that everything be deleted; a JSON document under the keyed hash of the player's id, never the id itself.
/// </summary>
/// <param name="Until">What was drawn and labelled up to this moment is deleted; what the player draws later is not.</param>
/// <param name="DoneAt">When nothing was left in the store; null until then.</param>
public sealed record ErasureRequest(DateTimeOffset Until, DateTimeOffset? DoneAt = null)
{
    /// <summary>Whether what the player made at a time is deleted.</summary>
    public bool Covers(DateTimeOffset time) => time <= Until;
}
