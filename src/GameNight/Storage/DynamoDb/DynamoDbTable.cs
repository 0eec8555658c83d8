using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace GameNight.Storage.DynamoDb;

/// <summary>
/// One table with the keys <c>pk</c> and <c>sk</c>, as far as the stores need it: single items, conditions, and queries
/// along one <c>pk</c>. All reads are consistent. The table is made when it is missing. Safe for concurrent use.
/// </summary>
/// <remarks>Every method throws <see cref="StoreException"/> when the database or the network fails; <c>purpose</c> is the word for its message.</remarks>
public sealed partial class DynamoDbTable(IAmazonDynamoDB client, DynamoDbOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    public const string PartitionKey = "pk";
    public const string SortKey = "sk";

    /// <summary>The most keys in one request.</summary>
    private const int MaxKeys = 100;

    private static readonly TimeSpan Polling = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Creation = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _creating = new(1, 1);

    /// <summary>How often the table had to be made: what somebody remembers of its content was true for that table only.</summary>
    public int Generation { get; private set; }

    /// <summary>For messages: where the database is.</summary>
    public string Place => options.Place;

    public static Item Key(string partition, string sort) => new() { [PartitionKey] = new(partition), [SortKey] = new(sort) };

    public static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Truth(bool value) => new() { BOOL = value };

    public static AttributeValue Binary(byte[] bytes) => new() { B = new MemoryStream(bytes) };

    /// <summary>Null where there is no such item.</summary>
    public Task<Item?> FindAsync(string purpose, Item key, CancellationToken cancellation) => AskAsync(purpose, async () =>
    {
        var answer = await client.GetItemAsync(new GetItemRequest(options.TableName, key, consistentRead: true), cancellation);
        return answer.IsItemSet ? answer.Item : null;
    }, cancellation);

    /// <summary>The items that are there, in no order. The keys differ.</summary>
    public async Task<List<Item>> FindAllAsync(string purpose, IReadOnlyCollection<Item> keys, CancellationToken cancellation)
    {
        var found = new List<Item>(keys.Count);
        foreach (var chunk in keys.Chunk(MaxKeys))
        {
            var wanted = new KeysAndAttributes { Keys = [.. chunk], ConsistentRead = true };
            for (var pause = TimeSpan.FromMilliseconds(50); wanted is not null;)
            {
                var answer = await AskAsync(purpose, () => client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = new() { [options.TableName] = wanted } }, cancellation), cancellation);
                var items = answer.Responses?.GetValueOrDefault(options.TableName) ?? [];
                found.AddRange(items);
                wanted = answer.UnprocessedKeys?.GetValueOrDefault(options.TableName);
                if (wanted is null || items.Count > 0)
                    continue;
                // Nothing at all came: the table is throttled. Otherwise the answer was full, and the rest can be had at once.
                if (pause > TimeSpan.FromSeconds(2))
                    throw new StoreException($"The drawings could not be {purpose}: the database at {Place} has too much to do.");
                await Task.Delay(pause, clock, cancellation);
                pause *= 2;
            }
        }

        return found;
    }

    /// <summary>The items of a partition after a sort key, in the order of the sort keys.</summary>
    /// <param name="purpose">For the message of a failure.</param>
    /// <param name="partition">Their <c>pk</c>.</param>
    /// <param name="after">Null from the start.</param>
    /// <param name="limit">Null for all.</param>
    /// <param name="cancellation">Ends the read.</param>
    public async Task<List<Item>> QueryAsync(string purpose, string partition, string? after, int? limit, CancellationToken cancellation)
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
            var page = await AskAsync(purpose, () => client.QueryAsync(query, cancellation), cancellation);
            items.AddRange(page.Items ?? []);
            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 } && items.Count != limit);

        return items;
    }

    /// <summary>The item of a partition with the greatest sort key; null where it is empty.</summary>
    public async Task<Item?> FindLastAsync(string purpose, string partition, CancellationToken cancellation)
    {
        var query = Query(partition);
        (query.ScanIndexForward, query.Limit) = (false, 1);
        var page = await AskAsync(purpose, () => client.QueryAsync(query, cancellation), cancellation);
        return page.Items is [var last, ..] ? last : null;
    }

    /// <returns>False where there is an item with this key already; it is left as it is.</returns>
    public Task<bool> TryPutAsync(string purpose, Item item, CancellationToken cancellation) => AskAsync(purpose, async () =>
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

    /// <summary>Changes one item where the condition holds. Every attribute in the expressions is a name with a #.</summary>
    /// <returns>The item as it was before (empty where there was none); null where the condition does not hold and nothing was changed.</returns>
    public Task<Item?> TryUpdateAsync(string purpose, Item key, string update, string? condition, Item values, CancellationToken cancellation) => AskAsync(purpose, async () =>
    {
        var request = new UpdateItemRequest
        {
            TableName = options.TableName,
            Key = key,
            UpdateExpression = update,
            ConditionExpression = condition,
            ExpressionAttributeNames = NamesIn(update + " " + condition),
            ExpressionAttributeValues = values,
            ReturnValues = ReturnValue.ALL_OLD,
        };
        try
        {
            return (await client.UpdateItemAsync(request, cancellation)).Attributes ?? [];
        }
        catch (ConditionalCheckFailedException)
        {
            return null;
        }
    }, cancellation);

    public Task DeleteAsync(string purpose, Item key, CancellationToken cancellation) =>
        AskAsync(purpose, () => client.DeleteItemAsync(options.TableName, key, cancellation), cancellation);

    /// <summary>Closes the connections.</summary>
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

    private async Task<T> AskAsync<T>(string purpose, Func<Task<T>> request, CancellationToken cancellation)
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
            throw new StoreException($"The drawings could not be {purpose}: {DynamoDbFailure.Explain(e, options)}", e) { IsFinal = DynamoDbFailure.IsFinal(e) };
        }
    }

    /// <summary>Makes the table and waits until it can be used. Several processes may do so at once.</summary>
    private async Task CreateAsync(CancellationToken cancellation)
    {
        await _creating.WaitAsync(cancellation);
        try
        {
            var start = clock.GetTimestamp();
            while (!await IsActiveAsync(cancellation))
            {
                if (clock.GetElapsedTime(start) > Creation)
                    throw new TimeoutException($"The table {options.TableName} is not there after {Creation.TotalSeconds:N0} seconds.");
                await Task.Delay(Polling, clock, cancellation);
            }
        }
        finally
        {
            _creating.Release();
        }
    }

    private async Task<bool> IsActiveAsync(CancellationToken cancellation)
    {
        try
        {
            return (await client.DescribeTableAsync(options.TableName, cancellation)).Table.TableStatus == TableStatus.ACTIVE;
        }
        catch (ResourceNotFoundException)
        {
            Generation++;
            await BeginCreationAsync(cancellation);
            return false;
        }
    }

    private async Task BeginCreationAsync(CancellationToken cancellation)
    {
        try
        {
            await client.CreateTableAsync(
                new CreateTableRequest
                {
                    TableName = options.TableName,
                    BillingMode = BillingMode.PAY_PER_REQUEST,
                    KeySchema = [new(PartitionKey, KeyType.HASH), new(SortKey, KeyType.RANGE)],
                    AttributeDefinitions = [new(PartitionKey, ScalarAttributeType.S), new(SortKey, ScalarAttributeType.S)],
                }, cancellation);
            LogCreated(options.TableName, Place);
        }
        catch (ResourceInUseException)
        {
            // Another is quicker, or the table has only just begun to be.
        }
    }

    [LoggerMessage(LogLevel.Information, "The table {Table} was made in the database at {Place}")]
    private partial void LogCreated(string table, string place);
}
