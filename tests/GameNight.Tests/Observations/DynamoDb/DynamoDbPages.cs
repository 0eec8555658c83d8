using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>Reads a store to its end, page by page.</summary>
internal static class DynamoDbPages
{
    /// <summary>The ids of all observations, in the order appended.</summary>
    public static async Task<List<Guid>> ReadIdsAsync(this DynamoDbObservationStore store, int limit)
    {
        var (all, page) = (new List<Guid>(), await store.ReadAsync(null, limit, default));
        for (; page.Items.Count > 0; page = await store.ReadAsync(page.Next, limit, default))
            all.AddRange(page.Items.Select(play => play.Id));
        return all;
    }

    /// <summary>All changes after a cursor.</summary>
    public static async Task<List<Observation>> ReadChangedAsync(this DynamoDbObservationStore store, string? cursor, int limit)
    {
        var all = new List<Observation>();
        while (await store.ReadChangesAsync(cursor, limit, default) is var page && page.Next != cursor)
        {
            all.AddRange(page.Items);
            cursor = page.Next;
        }

        return all;
    }
}
