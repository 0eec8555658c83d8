namespace GameNight.Models;

/// <summary>How a model is fed.</summary>
/// <param name="Name">The name of the input tensor.</param>
/// <param name="Layout">The tensor's shape.</param>
/// <param name="Batch">The batch size where it is fixed; null for any.</param>
/// <param name="Scale">A pixel is fed as byte × scale + offset.</param>
/// <param name="Offset">See the scale.</param>
public sealed record ModelInput(string Name, ModelLayout Layout, int? Batch = null, double Scale = 1, double Offset = 0);
