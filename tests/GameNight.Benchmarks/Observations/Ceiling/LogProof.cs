using System.Globalization;
using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;
using GameNight.Storage.DynamoDb;

namespace GameNight.Benchmarks.Observations.Ceiling;

/// <summary>Proves from a table that nothing was lost, doubled or put out of order. Whatever is wrong is an exception.</summary>
internal static class LogProof
{
    private const string Failure = "The log could not be read";

    /// <summary>Compares what players were told with what the table has, and with what the readers saw meanwhile.</summary>
    /// <returns>How many slots the log has.</returns>
    public static async Task<long> CheckAsync(
        DynamoDbTable table, DynamoDbObservationStore store, IReadOnlyList<PlayingGame> games, IReadOnlyList<Follower> followers,
        CancellationToken cancellation)
    {
        var plays = games.SelectMany(game => game.Acknowledged.Values).SelectMany(own => own)
            .ToDictionary(play => play.Id, play => play.Mark);
        var stored = new List<Observation>();
        for (string? cursor = null; await store.ReadAsync(cursor, ObservationPage.MaxLimit, cancellation) is { Items.Count: > 0 } page;)
        {
            stored.AddRange(page.Items);
            cursor = page.Next;
        }

        var order = stored.Select(play => play.Id).ToList();
        Require(order.Count == plays.Count && order.ToHashSet().SetEquals(plays.Keys), "a play is missing or there twice");
        Require(stored.TrueForAll(play => play.Label?.Digit == plays[play.Id]), "a mark is not in effect");
        var places = order.Index().ToDictionary(place => place.Item, place => place.Index);
        Require(
            games.SelectMany(game => game.Acknowledged.Values)
                .All(own => own.Zip(own.Skip(1)).All(pair => places[pair.First.Id] < places[pair.Second.Id])),
            "a player's plays are in another order");
        foreach (var follower in followers)
        {
            if (follower.Marks.Count == 0)
                Require(follower.Seen.SequenceEqual(order), "a reader saw another order");
            else
                Require(plays.All(play => follower.Marks.GetValueOrDefault(play.Key) == play.Value), "a reader saw another mark");
        }

        return await CountSlotsAsync(table, cancellation);
    }

    /// <summary>Counts the slots in the items of the log, which must follow each other without a gap.</summary>
    private static async Task<long> CountSlotsAsync(DynamoDbTable table, CancellationToken cancellation)
    {
        var end = 0L;
        for (var partition = 0; ; partition++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"log#{partition:D8}");
            var items = await table.QueryAsync(Failure, key, after: null, limit: null, cancellation);
            foreach (var item in items)
            {
                Require(long.Parse(item[DynamoDbTable.SortKey].S, CultureInfo.InvariantCulture) == end + 1, $"there is a gap after {end}");
                end += item.TryGetValue("entries", out var entries) ? entries.L.Count : 1;
            }

            if (items.Count == 0)
                return end;
        }
    }

    private static void Require(bool isTrue, string otherwise)
    {
        if (!isTrue)
            throw new InvalidOperationException($"Not proven: {otherwise}.");
    }
}
