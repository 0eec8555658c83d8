using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;

namespace GameNight.Observations.Transfer;

/// <summary>Observations by the thousand.</summary>
internal static class BulkAppend
{
    /// <summary>Adds them in their order: in one transaction where the store has such, else one by one, of which those before a failure stay.</summary>
    /// <returns>For each of them what <see cref="IObservationStore.AppendAsync"/> answers.</returns>
    public static async Task<IReadOnlyList<AppendOutcome>> AppendAllAsync(this IObservationStore store, IReadOnlyList<Observation> observations, CancellationToken cancellation)
    {
        if (store is SqliteObservationStore sqlite)
            return await sqlite.AppendAsync(observations, cancellation);
        var outcomes = new List<AppendOutcome>(observations.Count);
        foreach (var observation in observations)
            outcomes.Add(await store.AppendAsync(observation, cancellation));
        return outcomes;
    }
}
