using GameNight.Observations;

namespace GameNight.Tests.Observations;

public sealed class DynamoDbDocumentStoreTests(DynamoDbServer server) : DocumentStoreContract, IClassFixture<DynamoDbServer>
{
    private readonly DynamoDbOptions _options = server.NewOptions();

    protected override IDocumentStore Open() => new DynamoDbDocumentStore(DynamoDbServer.Open(_options));
}
