using GameNight.Identity.Keys;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace GameNight.Tests.Identity.Keys;

/// <summary>What of a game signs cookies, with a data folder of its own and documents that may be shared.</summary>
internal sealed class KeyGame : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="folder">The folder of the keys.</param>
    /// <param name="documents">What it shares with others; null where it's alone.</param>
    /// <param name="clock">Times the exchange.</param>
    public KeyGame(TemporaryFolder folder, IDocumentStore? documents, FakeClock clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Log = services.AddLogRecorder();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(documents ?? new FailingDocuments());
        services.AddKeys(Path.Combine(folder.Path, "keys"), isShared: documents is not null);
        _services = services.BuildServiceProvider();
    }

    public LogRecorder Log { get; }

    private IDataProtector Protector => _services.GetDataProtector("a test");

    /// <summary>Does what a host does before it listens, and keeps the keys exchanged.</summary>
    public async Task StartAsync()
    {
        var services = _services.GetServices<IHostedService>().ToList();
        foreach (var service in services.OfType<IHostedLifecycleService>())
            await service.StartingAsync(default);
        foreach (var service in services)
            await service.StartAsync(default);
    }

    public string Sign(string text) => Protector.Protect(text);

    /// <summary>Whether this game has signed it, or believes the one that has.</summary>
    public bool Believes(string signed)
    {
        try
        {
            return Protector.Unprotect(signed).Length > 0;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Makes another key, as when the one before comes of age.</summary>
    public void MakeKey()
    {
        var now = DateTimeOffset.UtcNow;
        _services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
    }

    /// <summary>The ids of its keys.</summary>
    public IEnumerable<Guid> Keys => _services.GetRequiredService<IKeyManager>().GetAllKeys().Select(key => key.KeyId).Order();

    public async Task<HealthStatus> HealthAsync() =>
        (await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status;

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(default);
        await _services.DisposeAsync();
    }
}
