using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;

namespace GameNight.Observations.Erasure;

/// <summary>Adds many observations at once.</summary>
internal static class BulkAppend
{
    /// <summary>
    /// Adds observations in their order: with SQLite in one transaction, else one by one, where those before a failure stay.
    /// </summary>
    /// <returns>For each of them the outcome of <see cref="IObservationStore.AppendAsync"/>.</returns>
    public static async Task<IReadOnlyList<AppendOutcome>> AppendAllAsync(
        this IObservationStore store, IReadOnlyList<Observation> observations, CancellationToken cancellation)
    {
        if (store is ErasureGuard guard)
            return await guard.AppendAsync(observations, cancellation);
        if (store is SqliteObservationStore sqlite)
            return await sqlite.AppendAsync(observations, cancellation);
        var outcomes = new List<AppendOutcome>(observations.Count);
        foreach (var observation in observations)
            outcomes.Add(await store.AppendAsync(observation, cancellation));
        return outcomes;
    }
}
