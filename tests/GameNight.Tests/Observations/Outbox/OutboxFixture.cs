using GameNight.Observations.Outbox;
using GameNight.Observations.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Outbox;

/// <summary>What one game has between its players and its database.</summary>
internal sealed class OutboxFixture : IAsyncDisposable
{
    private readonly OutboxDrain _drain;

    public OutboxFixture(string dataFolder, IObservationStore remote)
    {
        Outbox = new OutboxFile(dataFolder, Backlog, TimeProvider.System, NullLogger<OutboxFile>.Instance);
        Store = new OutboxObservationStore(Outbox, remote, TimeProvider.System);
        _drain = new OutboxDrain(Outbox, remote, TimeProvider.System, NullLogger<OutboxDrain>.Instance) { GracePeriod = TimeSpan.FromSeconds(1) };
    }

    public Backlog Backlog { get; } = new();

    public OutboxFile Outbox { get; }

    public OutboxObservationStore Store { get; }

    public static async Task<OutboxFixture> StartAsync(string dataFolder, IObservationStore remote)
    {
        var game = new OutboxFixture(dataFolder, remote);
        await game.StartAsync();
        return game;
    }

    /// <summary>Begins to send.</summary>
    public Task StartAsync() => _drain.StartAsync(default);

    /// <summary>Comes back when everything has left.</summary>
    public Task DrainedAsync() => Eventually.TrueAsync(() => Backlog.Now.Plays == 0 && Outbox.IsDrained);

    public async ValueTask DisposeAsync()
    {
        await _drain.StopAsync(default);
        _drain.Dispose();
        Outbox.Dispose();
    }
}
