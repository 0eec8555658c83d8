using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Sqlite;

/// <summary>The contract with SQLite. What is particular to SQLite is tested in the other files of this folder.</summary>
public sealed class SqliteObservationStoreTests : ObservationStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteObservationStore? _store;

    protected override Task<IObservationStore> CreateAsync() =>
        Task.FromResult<IObservationStore>(_store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance));

    public void Dispose()
    {
        _store?.Dispose();
        _folder.Dispose();
    }
}
