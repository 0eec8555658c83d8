namespace GameNight.Monitoring;

/// <summary>How one part of the game does, in words for the host.</summary>
/// <param name="Name">The part.</param>
/// <param name="IsWell">Whether the host need do nothing.</param>
/// <param name="Words">What is so; where something is wrong, what is safe and what to do.</param>
public sealed record HealthLine(string Name, bool IsWell, string Words);
