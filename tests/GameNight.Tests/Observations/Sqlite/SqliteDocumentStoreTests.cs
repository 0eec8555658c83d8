using GameNight.Observations.Sqlite;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Sqlite;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteDocumentStore> _opened = [];

    public void Dispose()
    {
        _opened.ForEach(store => store.Dispose());
        _folder.Dispose();
    }

    protected override IDocumentStore Open()
    {
        var store = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        lock (_opened)
            _opened.Add(store);
        return store;
    }
}
