namespace GameNight.Models;

/// <param name="Version">The version on shadow from then on; null for none.</param>
public sealed record ShadowChange(string? Version);
