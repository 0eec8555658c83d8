using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Models;

/// <summary>A game that has learned for many evenings: what following the registry costs does not grow with it.</summary>
public sealed class RegistryGrowthTests : IAsyncLifetime, IDisposable
{
    private const int Versions = 60;

    private readonly TemporaryFolder _folder = new();
    private readonly CountedReads _registry;
    private readonly ModelLibrary _library;
    private readonly Contestants _contestants = new(TimeProvider.System, NullLogger<Contestants>.Instance);
    private readonly ModelDeployment _deployment;

    public RegistryGrowthTests()
    {
        _registry = new CountedReads(new FolderModelRegistry(Path.Combine(_folder.Path, "own")));
        _library = Open();
        _deployment = new ModelDeployment(_contestants, _library, NullLogger<ModelDeployment>.Instance);
    }

    public async Task InitializeAsync()
    {
        var writer = Open();
        for (var number = 1; number <= Versions; number++)
        {
            var published = await writer.PublishAsync(ModelPackageBuilder.Always("cnn", number % 10), default);
            await writer.ActivateAsync(new ModelKey("cnn", published.Version), "ann", "it is better", default);
        }

        _registry.Files.Clear();
        _registry.LogEntries = 0;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Refresh_AtTheStart_ReadsTheVersionInServiceAlone()
    {
        await _deployment.RefreshAsync(default);
        Assert.Equal($"{Versions}", _contestants.Find("cnn")!.ActiveVersion);
        Assert.Equal([$"cnn/{Versions}/manifest.json", $"cnn/{Versions}/model.onnx"], _registry.Files.Order());
        Assert.Equal(Versions, _registry.LogEntries);
    }

    [Fact]
    public async Task Refresh_NothingNew_ReadsNoFileAndNoEntryOfTheLog()
    {
        await _deployment.RefreshAsync(default);
        _registry.Files.Clear();
        _registry.LogEntries = 0;
        for (var look = 0; look < 10; look++)
            await _deployment.RefreshAsync(default);
        Assert.Empty(_registry.Files);
        Assert.Equal(0, _registry.LogEntries);
    }

    [Fact]
    public async Task Refresh_OneMoreVersion_ReadsThatAndItsEntry()
    {
        await _deployment.RefreshAsync(default);
        var published = await Open().PublishAsync(ModelPackageBuilder.Always("cnn", 3), default);
        await Open().ActivateAsync(new ModelKey("cnn", published.Version), "ann", "it is better", default);
        _registry.Files.Clear();
        _registry.LogEntries = 0;
        await _deployment.RefreshAsync(default);
        Assert.Equal([$"cnn/{published.Version}/manifest.json", $"cnn/{published.Version}/model.onnx"], _registry.Files.Order());
        Assert.Equal(1, _registry.LogEntries);
    }

    [Fact]
    public async Task Refresh_TheLogSaysNothingNew_ListsTheVersionsOnceInAWhile()
    {
        var often = TimeSpan.FromMinutes(5);
        await _deployment.RefreshAsync(default);
        _registry.Lists = 0;
        for (var look = 0; look < 10; look++)
            await _deployment.RefreshAsync(often, default);
        Assert.Equal(0, _registry.Lists);

        var published = await Open().PublishAsync(ModelPackageBuilder.Always("cnn", 3), default);
        await Open().ActivateAsync(new ModelKey("cnn", published.Version), "ann", "it is better", default);
        await _deployment.RefreshAsync(often, default);
        Assert.Equal(published.Version, _contestants.Find("cnn")!.ActiveVersion);

        // What this process changes itself, it sees as well.
        await _deployment.PutOnShadowAsync(new ModelKey("cnn", "7"), "ann", default);
        await _deployment.DeleteAsync(new ModelKey("cnn", "7"), default);
        await _deployment.RefreshAsync(often, default);
        Assert.Empty(_contestants.Shadows.Versions.All);
        Assert.DoesNotContain(
            (await _library.FollowAsync(often, default))["cnn"].Versions, key => key.Version == "7");
    }

    public void Dispose()
    {
        _deployment.Dispose();
        _contestants.Dispose();
        _folder.Dispose();
    }

    /// <summary>The registry as another process sees it.</summary>
    private ModelLibrary Open() => new(new ModelFolder(Path.Combine(_folder.Path, "shipped")), _registry, TimeProvider.System);

    private sealed class CountedReads(IModelRegistry registry) : IModelRegistry
    {
        public List<string> Files { get; } = [];

        public int LogEntries { get; set; }

        public int Lists { get; set; }

        public Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation)
        {
            Lists++;
            return registry.ListAsync(cancellation);
        }

        public Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation)
        {
            Files.Add($"{key.Algorithm}/{key.Version}/{file}");
            return registry.ReadAsync(key, file, cancellation);
        }

        public Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) => registry.SizeAsync(key, cancellation);

        public Task<bool> TryPublishAsync(ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation) =>
            registry.TryPublishAsync(key, files, cancellation);

        public Task DeleteAsync(ModelKey key, CancellationToken cancellation) => registry.DeleteAsync(key, cancellation);

        public async Task<IReadOnlyList<Activation>> ReadLogAsync(int after, CancellationToken cancellation)
        {
            var entries = await registry.ReadLogAsync(after, cancellation);
            LogEntries += entries.Count;
            return entries;
        }

        public Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation) =>
            registry.TryAppendAsync(activation, cancellation);
    }
}
