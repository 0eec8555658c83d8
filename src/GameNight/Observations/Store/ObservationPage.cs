namespace GameNight.Observations.Store;

/// <param name="Items">Oldest first.</param>
/// <param name="Next">Where to go on from, now or later; a page without items is the end for now. Null only where nothing was ever read.</param>
public sealed record ObservationPage(IReadOnlyList<Observation> Items, string? Next)
{
    public const int MaxLimit = 1000;
}
