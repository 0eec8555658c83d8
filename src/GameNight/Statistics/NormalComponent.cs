namespace GameNight.Statistics;

/// <summary>A component of a <see cref="NormalMixture"/>.</summary>
/// <param name="Weight">Its probability, above 0; those of a mixture sum to 1.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation, above 0.</param>
public sealed record NormalComponent(double Weight, double Mean, double Deviation);
