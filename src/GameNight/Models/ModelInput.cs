namespace GameNight.Models;

/// <param name="Name">The input tensor.</param>
/// <param name="Layout">The tensor's shape.</param>
/// <param name="Batch">The batch size of a model that has a fixed one, else null.</param>
/// <param name="Scale">The value fed is byte × scale + offset.</param>
/// <param name="Offset">See the scale.</param>
public sealed record ModelInput(string Name, ModelLayout Layout, int? Batch = null, double Scale = 1, double Offset = 0);
