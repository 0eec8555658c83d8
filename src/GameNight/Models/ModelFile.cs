namespace GameNight.Models;

/// <summary>A file of a version: its name, without a folder, and its bytes.</summary>
public sealed record ModelFile(string Name, byte[] Content);
