using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Observations.DynamoDb;

/// <summary>The contract with DynamoDB. What is particular to DynamoDB is tested in the other files of this folder.</summary>
public sealed class DynamoDbObservationStoreTests(DynamoDbServer server) : ObservationStoreContract, IClassFixture<DynamoDbServer>
{
    private readonly DynamoDbOptions _options = server.NewOptions();

    protected override Task<IObservationStore> CreateAsync() =>
        Task.FromResult<IObservationStore>(new DynamoDbObservationStore(DynamoDbServer.Open(_options)));

    protected override async Task RemoveAsync()
    {
        using var client = _options.Connect();
        try
        {
            await client.DeleteTableAsync(_options.TableName);
        }
        catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
        {
            // Not every test needs a table.
        }
    }
}
