namespace GameNight.Models;

/// <summary>A measurement of a version.</summary>
/// <param name="Dataset">The data that it was measured on, such as <c>mnist-test</c>.</param>
/// <param name="Accuracy">The share of the drawings that it recognised, 0 to 1.</param>
/// <param name="N">The number of drawings.</param>
/// <param name="Ece">The expected calibration error, 0 to 1; null where it was not measured.</param>
public sealed record ModelMetric(string Dataset, double Accuracy, int N, double? Ece = null);
