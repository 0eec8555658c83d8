namespace GameNight.Models;

/// <summary>What a model answers.</summary>
/// <param name="Name">The name of the tensor with ten numbers an image, [n, 10].</param>
/// <param name="Kind">What those numbers are.</param>
/// <param name="Embedding">The name of the tensor that the last layer reads; null where the model does not offer it.</param>
/// <param name="Features">
/// The name of the tensor that the layer before the last reads, from which two layers can learn; null where the model does not offer it.
/// </param>
public sealed record ModelOutput(string Name, OutputKind Kind, string? Embedding = null, string? Features = null);
