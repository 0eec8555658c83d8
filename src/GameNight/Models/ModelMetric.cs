namespace GameNight.Models;

/// <param name="Dataset">What it was measured on.</param>
/// <param name="Accuracy">Share of drawings recognised.</param>
/// <param name="N">Drawings.</param>
/// <param name="Ece">Expected calibration error, a share.</param>
public sealed record ModelMetric(string Dataset, double Accuracy, int N, double? Ece = null);
