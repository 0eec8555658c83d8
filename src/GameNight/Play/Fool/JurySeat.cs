using System.Collections.Immutable;

namespace GameNight.Play.Fool;

/// <summary>What a player of the jury has before them.</summary>
/// <param name="Given">The drawing to judge; null for none.</param>
/// <param name="Skipped">The drawings that the player does not want to judge.</param>
public sealed record JurySeat(Guid? Given, ImmutableHashSet<Guid> Skipped)
{
    /// <summary>Of who has judged nothing yet.</summary>
    public static readonly JurySeat Empty = new(null, []);
}
