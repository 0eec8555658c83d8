using GameNight.Background;
using GameNight.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests.Background;

/// <summary>In the real host, whose own words about its services are in the log.</summary>
public sealed class PollingServiceTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly LogRecorder _log = new();
    private volatile Func<CancellationToken, Task> _turn = _ => Task.CompletedTask;
    private int _turns;

    [Fact]
    public async Task Turn_Fails_IsLoggedOnceAndTriedAgainUntilItSucceeds()
    {
        using var host = Build();
        await host.StartAsync();
        _turn = _ => throw new InvalidOperationException("nobody foresaw this");
        await PassTurnsAsync(3);
        _turn = _ => Task.CompletedTask;
        await PassTurnsAsync(2);
        await host.StopAsync();
        Assert.Equal(
            [
                "Error: Counting sheep failed. It is tried again until it succeeds; the game goes on meanwhile. nobody foresaw this",
                "Information: Counting sheep works again.",
            ],
            _log.Lines);
    }

    [Fact]
    public async Task Turn_FailsAgainAfterItSucceeded_IsLoggedAgain()
    {
        using var host = Build();
        await host.StartAsync();
        foreach (var _ in (int[])[1, 2])
        {
            _turn = _ => throw new InvalidOperationException();
            await PassTurnsAsync(2);
            _turn = _ => Task.CompletedTask;
            await PassTurnsAsync(2);
        }

        await host.StopAsync();
        Assert.Equal(["Error", "Information", "Error", "Information"], _log.Lines.Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task Turn_FailsForAnotherReason_IsLoggedOnceForEachType()
    {
        using var host = Build();
        await host.StartAsync();
        foreach (var _ in (int[])[1, 2])
        {
            _turn = _ => throw new StoreException("The store is away.");
            await PassTurnsAsync(2);
            _turn = _ => throw new InvalidOperationException("nobody foresaw this");
            await PassTurnsAsync(2);
        }

        await host.StopAsync();
        Assert.Equal(["The store is away.", "nobody foresaw this"], _log.Lines.Select(line => line.Split("meanwhile. ")[1]));
    }

    [Fact]
    public async Task Turn_GivesUpByItself_IsAFailureLikeAnyOther()
    {
        using var host = Build();
        await host.StartAsync();
        _turn = _ => throw new OperationCanceledException("its request took too long");
        await PassTurnsAsync(2);
        await host.StopAsync();
        Assert.StartsWith("Error: Counting sheep failed.", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_DuringATurn_CancelsItAndIsSilent()
    {
        using var host = Build();
        var began = new TaskCompletionSource();
        _turn = cancellation =>
        {
            began.SetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        };
        await host.StartAsync();
        await _clock.PassUntilAsync(() => began.Task.IsCompleted);
        await host.StopAsync();
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Stop_DuringAPause_DoesNotWaitForItsEnd()
    {
        using var host = Build();
        await host.StartAsync();
        await PassTurnsAsync(1);
        // No time passes.
        await host.StopAsync();
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Dispose_WithoutAStop_IsSilent()
    {
        var host = Build();
        await host.StartAsync();
        await PassTurnsAsync(1);
        var running = host.Services.GetServices<IHostedService>().OfType<Sheep>().Single().ExecuteTask!;
        host.Dispose();
        await running;
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Dispose_AnotherServiceCouldNotStart_IsSilent()
    {
        var host = Build(services => services.AddHostedService<NeverStarts>());
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
        var running = host.Services.GetServices<IHostedService>().OfType<Sheep>().Single().ExecuteTask!;
        host.Dispose();
        await running;
        Assert.Equal("Error: Hosting failed to start The port is taken.", Assert.Single(_log.Lines));
    }

    public void Dispose() => _log.Dispose();

    private IHost Build(Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        // Not that it started and stops, but everything that goes wrong.
        builder.Logging.AddProvider(_log).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None);
        builder.Services.AddHostedService(provider => new Sheep(this, provider.GetRequiredService<ILogger<Sheep>>()));
        more?.Invoke(builder.Services);
        return builder.Build();
    }

    private Task PassTurnsAsync(int count)
    {
        var until = Volatile.Read(ref _turns) + count;
        return _clock.PassUntilAsync(() => Volatile.Read(ref _turns) >= until);
    }

    private sealed class Sheep(PollingServiceTests test, ILogger<Sheep> log)
        : PollingService("Counting sheep", TimeSpan.FromSeconds(2), test._clock, log)
    {
        protected override async Task TurnAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref test._turns);
            await test._turn(cancellation);
        }
    }

    private sealed class NeverStarts : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The port is taken.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
