namespace GameNight.Models;

/// <summary>Where this game's own versions are kept.</summary>
/// <param name="Folder">What this copy publishes and imports.</param>
/// <param name="S3">The bucket that takes the folder's place; null without one.</param>
/// <param name="Poll">How often the registry is asked for what other processes published and activated.</param>
public sealed record RegistryOptions(string Folder, S3Options? S3, TimeSpan Poll);
