using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Recognition.Deployment;

/// <summary>Follows a registry in a real folder, into which another process publishes.</summary>
public sealed class RegistryPollingTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly LogRecorder _log = new();
    private readonly Contestants _contestants;
    private readonly ModelDeployment _deployment;
    private readonly RegistryPolling _polling;

    public RegistryPollingTests()
    {
        ModelPackageBuilder.Always("trees", 1).Ship(Shipped);
        _contestants = new Contestants(_clock, NullLogger<Contestants>.Instance);
        _deployment = new ModelDeployment(_contestants, OpenLibrary(), NullLogger<ModelDeployment>.Instance);
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(_log));
        _polling = new RegistryPolling(_deployment, Pause, _clock, logs.CreateLogger<RegistryPolling>());
    }

    private string Shipped => Path.Combine(_folder.Path, "shipped");

    private string? Version => _contestants.Find("trees")?.ActiveVersion;

    [Fact]
    public async Task Start_BeforeAnyTurn_HasLoadedTheContestants()
    {
        await _polling.StartAsync(default);
        Assert.Equal("1", Version);
        await _polling.StopAsync(default);
    }

    [Fact]
    public async Task Turn_AnotherProcessActivatedAVersion_PutsItIntoService()
    {
        await _polling.StartAsync(default);
        var published = await OpenLibrary().PublishAsync(ModelPackageBuilder.Always("trees", 2), default);
        await OpenLibrary().ActivateAsync(new ModelKey("trees", published.Version), "ann", "it is better", default);
        Assert.Equal("1", Version);
        await _clock.PassUntilAsync(() => Version == published.Version);
        await _polling.StopAsync(default);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Turn_Fails_IsLoggedAndThePollingGoesOn()
    {
        await _polling.StartAsync(default);
        // Whoever hears of a change may fail in a way that nobody foresaw.
        var fails = true;
        _contestants.Changed += () =>
        {
            if (fails)
                throw new InvalidOperationException("nobody foresaw this");
        };
        var published = await OpenLibrary().PublishAsync(ModelPackageBuilder.Always("trees", 2), default);
        await OpenLibrary().ActivateAsync(new ModelKey("trees", published.Version), "ann", "it is better", default);
        await _clock.PassUntilAsync(() => _log.Lines.Count == 1);
        fails = false;
        await _clock.PassUntilAsync(() => _log.Lines.Count == 2);
        await _polling.StopAsync(default);
        Assert.Equal(
            [
                "Error: Following the model registry failed. It is tried again until it succeeds; the game goes on meanwhile. "
                    + "nobody foresaw this",
                "Information: Following the model registry works again.",
            ],
            _log.Lines);
    }

    public void Dispose()
    {
        _polling.Dispose();
        _deployment.Dispose();
        _contestants.Dispose();
        _log.Dispose();
        _folder.Dispose();
    }

    private ModelLibrary OpenLibrary() =>
        new(new ModelFolder(Shipped), new FolderModelRegistry(Path.Combine(_folder.Path, "own")), TimeProvider.System);
}
