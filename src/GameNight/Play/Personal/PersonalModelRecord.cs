namespace GameNight.Play.Personal;

/// <summary>The stored part of a player's own classifier: which drawings it has learned. The classifier itself is made from them.</summary>
/// <param name="Epoch">The number of times that the player has asked for it to be forgotten.</param>
/// <param name="Marked">The ids of the observations that were learned since, oldest first.</param>
internal sealed record PersonalModelRecord(int Epoch, IReadOnlyList<Guid> Marked)
{
    /// <summary>The record of a player who has not labelled a drawing.</summary>
    public static readonly PersonalModelRecord None = new(0, []);
}
