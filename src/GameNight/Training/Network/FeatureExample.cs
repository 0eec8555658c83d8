namespace GameNight.Training.Network;

/// <summary>An example for the last two layers.</summary>
/// <param name="Features">The input of the layer before the last; see <see cref="NetworkFeatures"/>.</param>
/// <param name="Target">The probabilities that the layers should predict, summing to 1.</param>
internal sealed record FeatureExample(Half[] Features, float[] Target);
