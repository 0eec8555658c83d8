using GameNight.Observations.DynamoDb;
using GameNight.Storage;
using GameNight.Storage.DynamoDb;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Observations.DynamoDb;

public sealed class DynamoDbDocumentStoreTests(DynamoDbServer server) : DocumentStoreContract, IClassFixture<DynamoDbServer>
{
    private readonly DynamoDbOptions _options = server.NewOptions();

    protected override IDocumentStore Open() => new DynamoDbDocumentStore(DynamoDbServer.Open(_options));
}
