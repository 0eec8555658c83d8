using GameNight.Observations.Store;

namespace GameNight.Observations.Transfer;

/// <summary>A page of observations.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Next">
/// Send it as <c>after</c> for the next page. Null where this page is empty: to ask again later, keep the one before.
/// </param>
public sealed record ObservationsResponse(IReadOnlyList<Observation> Items, string? Next);
