namespace GameNight.Play.Personal;

/// <param name="Epoch">How often the player has asked to be forgotten.</param>
/// <param name="Marked">The drawings that were learned since, oldest first.</param>
internal sealed record PersonalModelRecord(int Epoch, IReadOnlyList<Guid> Marked)
{
    /// <summary>Of a player who never marked.</summary>
    public static readonly PersonalModelRecord None = new(0, []);
}
