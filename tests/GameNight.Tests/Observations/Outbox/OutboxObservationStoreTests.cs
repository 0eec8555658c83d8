using GameNight.Observations.DynamoDb;
using GameNight.Observations.Store;
using GameNight.Tests.Observations.DynamoDb;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Observations.Outbox;

/// <summary>The contract with DynamoDB behind an outbox.</summary>
public sealed class OutboxObservationStoreTests(DynamoDbServer server)
    : ObservationStoreContract, IClassFixture<DynamoDbServer>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private OutboxFixture? _game;

    /// <remarks>The database's own tests append the full number.</remarks>
    protected override int Load => 500;

    public void Dispose() => _folder.Dispose();

    protected override async Task<IObservationStore> CreateAsync()
    {
        _game = await OutboxFixture.StartAsync(_folder.Path, new DynamoDbObservationStore(DynamoDbServer.Open(server.NewOptions())));
        return _game.Store;
    }

    protected override Task SettledAsync() => _game!.DrainedAsync();

    protected override async Task RemoveAsync() => await _game!.DisposeAsync();
}
