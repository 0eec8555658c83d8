namespace GameNight.Storage;

/// <param name="Collection">What it belongs to.</param>
/// <param name="Name">Unique within the collection.</param>
/// <param name="Revision">From 1, one more with each write.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Document(string Collection, string Name, long Revision, byte[] Content);
