namespace GameNight.Observations.Store;

/// <summary>The true digit of a drawing.</summary>
/// <param name="Digit">0 to 9.</param>
/// <param name="By">The player who said so, or <c>host</c>.</param>
/// <param name="Time">When.</param>
public sealed record Label(int Digit, string By, DateTimeOffset Time);
