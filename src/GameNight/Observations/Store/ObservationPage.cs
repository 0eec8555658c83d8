namespace GameNight.Observations.Store;

/// <summary>A page of observations, or of changes of them.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Next">
/// The cursor for the next page, now or later. It stays as it was at the end of what there is so far; null only where nothing was
/// ever read.
/// </param>
public sealed record ObservationPage(IReadOnlyList<Observation> Items, string? Next)
{
    /// <summary>The most observations in a page.</summary>
    public const int MaxLimit = 1000;

    /// <exception cref="ArgumentOutOfRangeException">The limit is not 1 to <see cref="MaxLimit"/>.</exception>
    internal static void RequireLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }
}
