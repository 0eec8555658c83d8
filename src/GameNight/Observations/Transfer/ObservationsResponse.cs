using GameNight.Observations.Store;

namespace GameNight.Observations.Transfer;

/// <param name="Items">Oldest first.</param>
/// <param name="Next">Send it as <c>after</c> for the next page. Null when there was nothing more: to ask again later, keep the one before.</param>
public sealed record ObservationsResponse(IReadOnlyList<Observation> Items, string? Next);
