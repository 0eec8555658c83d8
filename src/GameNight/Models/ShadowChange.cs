namespace GameNight.Models;

/// <summary>A change of the version on shadow.</summary>
/// <param name="Version">The version on shadow from then on; null for none.</param>
public sealed record ShadowChange(string? Version);
