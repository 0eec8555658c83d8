namespace GameNight.Observations.Store;

/// <summary>The true digit of a drawing.</summary>
/// <param name="Digit">0 to 9.</param>
/// <param name="By">The player who said so, or <c>host</c>.</param>
/// <param name="Time">When it was set.</param>
public sealed record Label(int Digit, string By, DateTimeOffset Time)
{
    /// <exception cref="ArgumentOutOfRangeException">The digit is not 0 to 9.</exception>
    internal void RequireDigit()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Digit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Digit, 9);
    }
}
