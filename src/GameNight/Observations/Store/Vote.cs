namespace GameNight.Observations.Store;

/// <summary>What a person reads in a drawing.</summary>
/// <param name="Player">Who says so. The one who drew it can only say that it is no digit.</param>
/// <param name="Digit">0 to 9; null for no digit.</param>
/// <param name="Time">When it was said.</param>
public sealed record Vote(string Player, int? Digit, DateTimeOffset Time)
{
    /// <exception cref="ArgumentOutOfRangeException">The digit is not 0 to 9.</exception>
    internal void RequireDigit()
    {
        if (Digit is not { } digit)
            return;
        ArgumentOutOfRangeException.ThrowIfNegative(digit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digit, 9);
    }
}
