using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests.Scoreboard.Projection;

/// <summary>In the real host, over a real file.</summary>
public sealed class ProjectionServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly LogRecorder _log = new();
    private readonly MemoryObservationStore _store = new();

    [Fact]
    public async Task Poll_NoPageOpenForTwentySeconds_ReadsTheStoreFiveTimes() => Assert.Equal(5, await CountAsync(isWatched: false));

    [Fact]
    public async Task Poll_PageOpenForTwentySeconds_ReadsTheStoreFourTimesEach() => Assert.Equal(80, await CountAsync(isWatched: true));

    [Fact]
    public async Task Dispose_WithoutAStopWhileItCounts_IsSilent()
    {
        _store.ChangesGate = new TaskCompletionSource().Task;
        var host = Build();
        await host.StartAsync();
        await Eventually.TrueAsync(() => _store.ChangesRead > 0);
        var running = host.Services.GetServices<IHostedService>().OfType<ProjectionService>().Single().ExecuteTask!;
        host.Dispose();
        await running;
        Assert.Empty(_log.Lines);
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    /// <summary>How often the store is asked in twenty seconds what has changed.</summary>
    private async Task<int> CountAsync(bool isWatched)
    {
        using var host = Build();
        var projection = host.Services.GetRequiredService<ScoreboardProjection>();
        await host.StartAsync();
        await Eventually.TrueAsync(() => projection.IsComplete);
        if (isWatched)
            projection.Changed += () => { };
        // A pause that began before the page was opened still lasts as long as before.
        await NextTurnAsync();
        var (end, before) = (_clock.GetUtcNow() + TimeSpan.FromSeconds(20), _store.ChangesRead);
        while (_clock.GetUtcNow() < end)
            await NextTurnAsync();
        await host.StopAsync();
        return _store.ChangesRead - before;
    }

    /// <summary>From ring to ring until it has asked again.</summary>
    private Task NextTurnAsync()
    {
        var asked = _store.ChangesRead;
        return _clock.PassUntilAsync(() => _store.ChangesRead > asked);
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(_log).AddFilter((_, level) => level >= LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton<IObservationStore>(_store);
        builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FactFile>(provider, _folder.Path));
        builder.Services.AddSingleton<ScoreboardProjection>();
        builder.Services.AddHostedService<ProjectionService>();
        return builder.Build();
    }
}
