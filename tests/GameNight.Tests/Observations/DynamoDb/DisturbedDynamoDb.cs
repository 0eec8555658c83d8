using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using GameNight.Storage.DynamoDb;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>The real client with faults between it and the server. It also adds up the consumed capacity.</summary>
internal sealed class DisturbedDynamoDb(DynamoDbOptions options) : AmazonDynamoDBClient(options.ToConfig())
{
    /// <summary>Whether the answer to each write is lost, so that it is sent again.</summary>
    public bool LosesAnswers { get; init; }

    /// <summary>The number of the write, from 1, before which the process ends, so that none comes after it; null for none.</summary>
    public int? DiesBefore { get; init; }

    public double ReadUnits { get; private set; }

    public double WriteUnits { get; private set; }

    /// <summary>How many writes were asked for.</summary>
    public int Writes => Volatile.Read(ref _writes);

    private int _writes;

    public override Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return WriteAsync(async () =>
        {
            var answer = await base.PutItemAsync(request, cancellationToken);
            WriteUnits += answer.ConsumedCapacity?.CapacityUnits ?? 0;
            return answer;
        });
    }

    public override Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        return WriteAsync(async () =>
        {
            var answer = await base.UpdateItemAsync(request, cancellationToken);
            WriteUnits += answer.ConsumedCapacity?.CapacityUnits ?? 0;
            return answer;
        });
    }

    public override async Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var answer = await base.QueryAsync(request, cancellationToken);
        ReadUnits += answer.ConsumedCapacity?.CapacityUnits ?? 0;
        return answer;
    }

    public override async Task<BatchGetItemResponse> BatchGetItemAsync(
        BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var answer = await base.BatchGetItemAsync(request, cancellationToken);
        ReadUnits += answer.ConsumedCapacity?.Sum(consumed => consumed.CapacityUnits) ?? 0;
        return answer;
    }

    public DynamoDbTable Open() => new(this, options, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        if (Interlocked.Increment(ref _writes) >= DiesBefore)
            throw new ProcessDiedException();
        if (LosesAnswers)
            await write();
        return await write();
    }
}
