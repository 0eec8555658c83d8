using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Models;

/// <summary>The library over the versions that ship and those that are published.</summary>
public sealed class ModelLibraryTests : IDisposable
{
    private const string Input = """{"name":"image","layout":"nchw","batch":null,"scale":1,"offset":0}""";
    private const string Output = """{"name":"probabilities","kind":"probabilities"}""";

    private static readonly ModelKey One = new("mnist-cnn", "1");

    private readonly TemporaryFolder _folder = new();
    private readonly InterceptedRegistry _registry;
    private readonly ModelLibrary _library;

    public ModelLibraryTests()
    {
        _registry = new InterceptedRegistry(new FolderModelRegistry(Path.Combine(_folder.Path, "own")));
        _library = Open(_registry);
    }

    private string Shipped => Path.Combine(_folder.Path, "shipped");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    public Task ReadManifest_Malformed_IsRefused(string manifest) => ExpectRefusedAsync(manifest);

    [Theory]
    [InlineData("null", Output)]
    [InlineData(Input, "null")]
    [InlineData("""{"name":"image","layout":"sideways"}""", Output)]
    [InlineData("""{"layout":"nchw"}""", Output)]
    public Task ReadManifest_InputOrOutputMissing_IsRefused(string input, string output) =>
        ExpectRefusedAsync(Manifest("mnist-cnn", "1", input, output));

    [Theory]
    [InlineData("other", "1")]
    [InlineData("mnist-cnn", "2")]
    public Task ReadManifest_OfAnotherVersion_IsRefused(string algorithm, string version) =>
        ExpectRefusedAsync(Manifest(algorithm, version, Input, Output));

    [Fact]
    public async Task ReadModel_OtherContent_NamesTheDigest()
    {
        var folder = ModelPackageBuilder.Always("mnist-cnn", 3).Ship(Shipped);
        await File.WriteAllTextAsync(Path.Combine(folder, "model.onnx"), "not the one that was published");
        var refused = await Assert.ThrowsAsync<InvalidModelException>(
            async () => await _library.ReadModelAsync(await _library.ReadManifestAsync(One, default), default));
        Assert.Contains("SHA-256", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("shipped")]
    public async Task ReadModel_ThatIsTooLarge_IsRefusedUnread(string where)
    {
        var folder = ModelPackageBuilder.Always("mnist-cnn", 3).Ship(Path.Combine(_folder.Path, where));
        // A hole: it takes no space on the disk, and would take memory.
        await using (var model = File.OpenWrite(Path.Combine(folder, ModelPackage.ModelFile)))
            model.SetLength(1L << 32);
        await _library.ReadAsync(default);
        var refused = await Assert.ThrowsAsync<InvalidModelException>(
            async () => await _library.ReadModelAsync(await _library.ReadManifestAsync(One, default), default));
        Assert.Equal("model.onnx has 4,294,967,296 bytes; a file of a version has at most 67,108,864.", refused.Message);
    }

    [Fact]
    public async Task Publish_BesideAShippedVersion_GetsTheNextNumberAndIsNotInService()
    {
        ModelPackageBuilder.Always("mnist-cnn", 3).Ship(Shipped);
        var published = await _library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        Assert.Equal("2", published.Version);
        var versions = await _library.FindAsync("mnist-cnn", default);
        Assert.Equal(["2", "1"], versions.Versions.Select(key => key.Version));
        Assert.Equal("1", versions.Active);
    }

    [Fact]
    public async Task Activate_AndBack_IsInTheHistory()
    {
        ModelPackageBuilder.Always("mnist-cnn", 3).Ship(Shipped);
        await _library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        await _library.ActivateAsync(new ModelKey("mnist-cnn", "2"), "ann", "it is better", default);
        await _library.ActivateAsync(One, "bob", "it is not", default);
        var versions = await _library.FindAsync("mnist-cnn", default);
        Assert.Equal("1", versions.Active);
        Assert.Equal(
            [("1", "2", "ann", "it is better"), ("2", "1", "bob", "it is not")],
            versions.Activations.Select(a => (a.From, a.To, a.By, a.Why)));
    }

    [Theory]
    [InlineData(nameof(IModelRegistry.ListAsync))]
    [InlineData(nameof(IModelRegistry.ReadLogAsync))]
    public async Task TryActivate_AnotherVersionGoesIntoServiceDuringTheRead_IsRefused(string call)
    {
        ModelPackageBuilder.Always("mnist-cnn", 3).Ship(Shipped);
        var candidate = await _library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var other = Open(new FolderModelRegistry(Path.Combine(_folder.Path, "own")));
        DoOnceAfter(call, async () =>
        {
            var published = await other.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 5), default);
            await other.ActivateAsync(new ModelKey("mnist-cnn", published.Version), "ann", "it is better", default);
        });
        var key = new ModelKey("mnist-cnn", candidate.Version);
        Assert.Null(await _library.TryActivateAsync(key, inPlaceOf: "1", "bob", "it is better than 1", default));
        Assert.Equal("3", (await _library.FindAsync("mnist-cnn", default)).Active);
    }

    [Fact]
    public async Task Read_OvertakenByALaterOne_DoesNotBringBackWhatWasDeleted()
    {
        var packed = ModelPackageBuilder.Always("mnist-cnn", 4);
        var manifest = packed.As("1", DateTimeOffset.UnixEpoch);
        await _registry.TryPublishAsync(One, packed.Files(manifest), default);
        await _library.ReadAsync(default);
        ModelPackageBuilder.Always("mnist-cnn", 3).Ship(Shipped);
        DoOnceAfter(nameof(IModelRegistry.ListAsync), async () =>
        {
            await _registry.DeleteAsync(One, default);
            await _library.ReadAsync(default);
        });
        await _library.ReadAsync(default);
        Assert.NotNull(await _library.SizeAsync(One, default));
    }

    [Fact]
    public async Task ReadShipped_PublishedVersionInService_IsTheShippedOne()
    {
        ModelPackageBuilder.Always("mnist-cnn", 3).Ship(Shipped);
        var published = await _library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        await _library.ActivateAsync(new ModelKey("mnist-cnn", published.Version), "ann", "", default);
        Assert.Equal("1", (await _library.ReadShippedAsync("mnist-cnn", default)).Version);
    }

    [Fact]
    public async Task ReadShipped_NothingShips_IsRefused()
    {
        await _library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        Assert.Contains(
            "No version of mnist-cnn ships",
            (await Assert.ThrowsAsync<InvalidModelException>(() => _library.ReadShippedAsync("mnist-cnn", default))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_ShippedVersion_IsRefused()
    {
        ModelPackageBuilder.Always("mnist-cnn", 3).Ship(Shipped);
        await _library.PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        await _library.ActivateAsync(new ModelKey("mnist-cnn", "2"), "ann", "", default);
        await Assert.ThrowsAsync<VersionInUseException>(() => _library.DeleteAsync(One, default));
    }

    [Theory]
    [InlineData("../outside", "1")]
    [InlineData("Upper", "1")]
    [InlineData("", "1")]
    [InlineData("cnn", "..")]
    [InlineData("cnn", "a/b")]
    [InlineData("cnn", "")]
    [InlineData("cnn\n", "1")]
    public void Key_UnsafeInAPath_IsRefused(string algorithm, string version) =>
        Assert.Throws<InvalidModelException>(() => new ModelKey(algorithm, version));

    public void Dispose() => _folder.Dispose();

    private static string Manifest(string algorithm, string version, string input, string output) => $$"""
        {
          "algorithm": "{{algorithm}}", "version": "{{version}}", "name": "A name", "family": "cnn", "description": "",
          "sha256": "00", "input": {{input}}, "output": {{output}}
        }
        """;

    private ModelLibrary Open(IModelRegistry registry) => new(new ModelFolder(Shipped), registry, TimeProvider.System);

    private void DoOnceAfter(string call, Func<Task> action) => _registry.After = async (done, _) =>
    {
        if (done != call)
            return;
        _registry.After = (_, _) => Task.CompletedTask;
        await action();
    };

    private async Task ExpectRefusedAsync(string manifest)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Shipped, "mnist-cnn", "1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "manifest.json"), manifest);
        await Assert.ThrowsAsync<InvalidModelException>(() => _library.ReadManifestAsync(One, default));
    }
}
