using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using GameNight.Telemetry;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Storage.DynamoDb;

/// <summary>
/// One table with the keys <c>pk</c> and <c>sk</c>, as far as the stores need it: single items, conditional writes, and queries
/// within one <c>pk</c>. All reads are strongly consistent. The table is created when it is missing. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Every method throws <see cref="StoreException"/> when the database or the network fails; <c>failure</c> begins its message,
/// such as "The drawings could not be saved".
/// </remarks>
public sealed partial class DynamoDbTable(IAmazonDynamoDB client, DynamoDbOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    public const string PartitionKey = "pk";
    public const string SortKey = "sk";

    /// <summary>The most keys in one request.</summary>
    private const int MaxKeys = 100;

    private static readonly KeyValuePair<string, object?> Tag = StoreTelemetry.Store("dynamodb");

    /// <inheritdoc cref="DynamoDbOptions.Place"/>
    public string Place => options.Place;

    public static Item Key(string partition, string sort) => new() { [PartitionKey] = new(partition), [SortKey] = new(sort) };

    public static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Truth(bool value) => new() { BOOL = value };

    public static AttributeValue Binary(byte[] bytes) => new() { B = new MemoryStream(bytes) };

    /// <summary>Reads an item; null where there is none with this key.</summary>
    public Task<Item?> FindAsync(string failure, Item key, CancellationToken cancellation) => AskAsync(failure, async () =>
    {
        var answer = await client.GetItemAsync(new GetItemRequest(options.TableName, key, consistentRead: true), cancellation);
        return answer.IsItemSet ? answer.Item : null;
    }, cancellation);

    /// <summary>Reads the items with these keys, which must be distinct; in no particular order, without those that are missing.</summary>
    public async Task<List<Item>> FindAllAsync(string failure, IReadOnlyCollection<Item> keys, CancellationToken cancellation)
    {
        var found = new List<Item>(keys.Count);
        foreach (var chunk in keys.Chunk(MaxKeys))
        {
            var wanted = new KeysAndAttributes { Keys = [.. chunk], ConsistentRead = true };
            for (var pause = TimeSpan.FromMilliseconds(50); wanted is not null;)
            {
                var request = new BatchGetItemRequest { RequestItems = new() { [options.TableName] = wanted } };
                var answer = await AskAsync(failure, () => client.BatchGetItemAsync(request, cancellation), cancellation);
                var items = answer.Responses?.GetValueOrDefault(options.TableName) ?? [];
                found.AddRange(items);
                wanted = answer.UnprocessedKeys?.GetValueOrDefault(options.TableName);
                if (wanted is null || items.Count > 0)
                    continue;
                // An answer without any item means throttling. Otherwise the answer was full, and the rest can be read at once.
                if (pause > TimeSpan.FromSeconds(2))
                    throw new StoreException($"{failure}: the database at {Place} has too much to do.");
                await Task.Delay(pause, clock, cancellation);
                pause *= 2;
            }
        }

        return found;
    }

    /// <summary>Reads the items of a partition after a sort key, in the order of the sort keys.</summary>
    /// <param name="failure">Begins the message of a failure.</param>
    /// <param name="partition">The <c>pk</c> of the items.</param>
    /// <param name="after">The sort key; null from the start.</param>
    /// <param name="limit">The most items; null for all.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<List<Item>> QueryAsync(string failure, string partition, string? after, int? limit, CancellationToken cancellation)
    {
        var items = new List<Item>();
        var query = Query(partition);
        if (after is not null)
        {
            query.KeyConditionExpression += " AND #sk > :after";
            query.ExpressionAttributeNames["#sk"] = SortKey;
            query.ExpressionAttributeValues[":after"] = new(after);
        }

        do
        {
            query.Limit = limit - items.Count;
            var page = await AskAsync(failure, () => client.QueryAsync(query, cancellation), cancellation);
            items.AddRange(page.Items ?? []);
            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 } && items.Count != limit);

        return items;
    }

    /// <summary>Reads the item of a partition with the greatest sort key; null where the partition is empty.</summary>
    public async Task<Item?> FindLastAsync(string failure, string partition, CancellationToken cancellation)
    {
        var query = Query(partition);
        (query.ScanIndexForward, query.Limit) = (false, 1);
        var page = await AskAsync(failure, () => client.QueryAsync(query, cancellation), cancellation);
        return page.Items is [var last, ..] ? last : null;
    }

    /// <summary>Finds every item whose <c>pk</c> begins with a prefix, in no particular order. It reads the whole table.</summary>
    public async Task<List<Item>> ScanAsync(string failure, string prefix, CancellationToken cancellation)
    {
        var items = new List<Item>();
        var scan = new ScanRequest(options.TableName)
        {
            ConsistentRead = true,
            FilterExpression = "begins_with(#pk, :prefix)",
            ExpressionAttributeNames = new() { ["#pk"] = PartitionKey },
            ExpressionAttributeValues = new() { [":prefix"] = new(prefix) },
        };
        do
        {
            var page = await AskAsync(failure, () => client.ScanAsync(scan, cancellation), cancellation);
            items.AddRange(page.Items ?? []);
            scan.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (scan.ExclusiveStartKey is { Count: > 0 });

        return items;
    }

    /// <summary>Adds an item.</summary>
    /// <returns>False where there is an item with this key already; nothing was written.</returns>
    public Task<bool> TryPutAsync(string failure, Item item, CancellationToken cancellation) => AskAsync(failure, async () =>
    {
        var request = new PutItemRequest(options.TableName, item) { ConditionExpression = "attribute_not_exists(pk)" };
        try
        {
            await client.PutItemAsync(request, cancellation);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }, cancellation);

    /// <summary>Changes one item if a condition holds.</summary>
    /// <param name="failure">Begins the message of a failure.</param>
    /// <param name="key">The item's key. Where there is no such item, it is added.</param>
    /// <param name="update">An update expression of DynamoDB, in which every attribute is its name after a #.</param>
    /// <param name="condition">A condition expression, written likewise; null for none.</param>
    /// <param name="values">The values of the expressions, by their names with a colon.</param>
    /// <param name="cancellation">Leaves open whether the item is changed.</param>
    /// <returns>
    /// What is changed as it was before, without the attributes that were not there; null where the condition does not hold and nothing
    /// was changed.
    /// </returns>
    public Task<Item?> TryUpdateAsync(
        string failure, Item key, string update, string? condition, Item values, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = options.TableName,
            Key = key,
            UpdateExpression = update,
            ConditionExpression = condition,
            ExpressionAttributeNames = NamesIn(update + " " + condition),
            ExpressionAttributeValues = values,
            // The rest of the item may be large, and would be sent and read for nothing.
            ReturnValues = ReturnValue.UPDATED_OLD,
        };
        return AskAsync<Item?>(failure, async () =>
        {
            try
            {
                return (await client.UpdateItemAsync(request, cancellation)).Attributes ?? [];
            }
            catch (ConditionalCheckFailedException)
            {
                return null;
            }
        }, cancellation);
    }

    /// <returns>The item as it was; empty where there was none.</returns>
    public Task<Item> DeleteAsync(string failure, Item key, CancellationToken cancellation) => AskAsync(failure, async () =>
    {
        var request = new DeleteItemRequest(options.TableName, key, ReturnValue.ALL_OLD);
        return (await client.DeleteItemAsync(request, cancellation)).Attributes ?? [];
    }, cancellation);

    public void Dispose()
    {
        _creating.Dispose();
        client.Dispose();
    }

    private QueryRequest Query(string partition) => new(options.TableName)
    {
        ConsistentRead = true,
        KeyConditionExpression = "#pk = :pk",
        ExpressionAttributeNames = new() { ["#pk"] = PartitionKey },
        ExpressionAttributeValues = new() { [":pk"] = new(partition) },
    };

    private static Dictionary<string, string> NamesIn(string expressions) =>
        expressions.Split([' ', ',', '(', ')', '=', '<', '>'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith('#')).Distinct().ToDictionary(name => name, name => name[1..]);

    private Task<T> AskAsync<T>(string failure, Func<Task<T>> request, CancellationToken cancellation) =>
        StoreTelemetry.Duration.MeasureAsync(Tag, () => TryAskAsync(failure, request, cancellation));

    private async Task<T> TryAskAsync<T>(string failure, Func<Task<T>> request, CancellationToken cancellation)
    {
        try
        {
            try
            {
                return await request();
            }
            catch (ResourceNotFoundException)
            {
                await CreateAsync(cancellation);
                return await request();
            }
        }
        catch (Exception e) when (DynamoDbFailure.Is(e, cancellation))
        {
            throw new StoreException($"{failure}: {DynamoDbFailure.Explain(e, options)}", e)
            {
                IsFinal = DynamoDbFailure.IsFinal(e),
            };
        }
    }
}
