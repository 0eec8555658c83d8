namespace GameNight.Models;

/// <param name="Name">The tensor with ten numbers an image.</param>
/// <param name="Kind">What those numbers are.</param>
/// <param name="Embedding">The tensor that the last layer reads, where the model offers it.</param>
public sealed record ModelOutput(string Name, OutputKind Kind, string? Embedding = null);
