using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace GameNight.Storage.DynamoDb;

public sealed partial class DynamoDbTable
{
    private static readonly TimeSpan CreationPollInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan CreationTimeout = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _creating = new(1, 1);

    /// <summary>
    /// How often this process has found the table missing. What is cached of its content is valid for one generation only.
    /// </summary>
    public int Generation { get; private set; }

    /// <summary>Creates the table and waits until it can be used. Several processes may do so at once.</summary>
    private async Task CreateAsync(CancellationToken cancellation)
    {
        await _creating.WaitAsync(cancellation);
        try
        {
            var start = clock.GetTimestamp();
            while (!await IsActiveAsync(cancellation))
            {
                if (clock.GetElapsedTime(start) > CreationTimeout)
                {
                    throw new TimeoutException(
                        $"The table {options.TableName} is not there after {CreationTimeout.TotalSeconds:N0} seconds.");
                }

                await Task.Delay(CreationPollInterval, clock, cancellation);
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
            // Another process has just begun to create it.
        }
    }

    [LoggerMessage(LogLevel.Information, "The table {Table} was created in the database at {Place}")]
    private partial void LogCreated(string table, string place);
}
