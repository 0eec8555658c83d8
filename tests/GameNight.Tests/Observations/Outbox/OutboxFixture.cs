using GameNight.Identity.Erasure;
using GameNight.Observations.Outbox;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Outbox;

/// <summary>The outbox of one game, with its store and its drain.</summary>
internal sealed class OutboxFixture : IAsyncDisposable
{
    private readonly OutboxDrain _drain;
    private readonly SqliteDocumentStore _documents;

    public OutboxFixture(string dataFolder, IObservationStore remote, ILoggerFactory? loggers = null, TimeSpan? grace = null)
    {
        Outbox = new OutboxFile(dataFolder, Backlog, TimeProvider.System, NullLogger<OutboxFile>.Instance);
        Store = new OutboxObservationStore(Outbox, remote, TimeProvider.System);
        var log = (loggers ?? NullLoggerFactory.Instance).CreateLogger<OutboxDrain>();
        _documents = new SqliteDocumentStore(dataFolder, NullLogger<SqliteDocumentStore>.Instance);
        Erasures = new Erasures(_documents, TimeProvider.System);
        _drain = new OutboxDrain(Outbox, remote, Erasures, TimeProvider.System, log)
        {
            GracePeriod = grace ?? TimeSpan.FromSeconds(1),
        };
    }

    public Backlog Backlog { get; } = new();

    public OutboxFile Outbox { get; }

    public Erasures Erasures { get; }

    public OutboxObservationStore Store { get; }

    public static async Task<OutboxFixture> StartAsync(string dataFolder, IObservationStore remote)
    {
        var game = new OutboxFixture(dataFolder, remote);
        await game.StartAsync();
        return game;
    }

    /// <summary>Starts the drain.</summary>
    public Task StartAsync() => _drain.StartAsync(default);

    /// <summary>Completes when the outbox is empty.</summary>
    public Task DrainedAsync() => Eventually.TrueAsync(() => Backlog.Now.Plays == 0 && Outbox.IsDrained);

    public async ValueTask DisposeAsync()
    {
        await _drain.StopAsync(default);
        _drain.Dispose();
        Outbox.Dispose();
        Erasures.Dispose();
        _documents.Dispose();
    }
}
