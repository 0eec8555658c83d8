namespace GameNight.Recognition;

/// <param name="Predictions">In the order of the drawings.</param>
public sealed record BatchResponse(IReadOnlyList<PredictionResponse> Predictions);
