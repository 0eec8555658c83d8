using System.Text;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Models;

/// <summary>The versions on shadow, which the log of a registry says to every game.</summary>
public sealed class ShadowVersionTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelLibrary _library;

    public ShadowVersionTests() => _library = Library();

    private string Shipped => Path.Combine(_folder.Path, "shipped");

    private static ModelKey Trees(int version) => new("trees", $"{version}");

    public async Task InitializeAsync()
    {
        ModelPackageBuilder.Always("trees", 1).Ship(Shipped);
        await _library.PublishAsync(ModelPackageBuilder.Always("trees", 2), default);
        await _library.PublishAsync(ModelPackageBuilder.Always("trees", 3), default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Put_BesideTheVersionInService_IsSeenByAnotherGameAndActivatesNothing()
    {
        var before = DateTimeOffset.UtcNow;
        await _library.PutOnShadowAsync(Trees(2), "ann", default);
        var versions = await Library().FindAsync("trees", default);
        Assert.Equal(("2", "ann"), (versions.OnShadow?.Version, versions.OnShadow?.By));
        Assert.InRange(versions.OnShadow!.Since, before, DateTimeOffset.UtcNow);
        Assert.Equal("1", versions.Active);
        Assert.Equal("1", versions.ActiveAt(DateTimeOffset.UtcNow));
        Assert.Empty(versions.Activations);
    }

    [Fact]
    public async Task Put_ReadByABuildWithoutShadows_ActivatesWhatIsActive()
    {
        await _library.PutOnShadowAsync(Trees(2), "ann", default);
        var json = Encoding.UTF8.GetString((await LogAsync()).Single().ToUtf8());
        Assert.Contains("\"from\":\"1\",\"to\":\"1\"", json, StringComparison.Ordinal);
        Assert.Contains("\"shadow\":{\"version\":\"2\"}", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_Again_ChangesNothing()
    {
        await _library.PutOnShadowAsync(Trees(2), "ann", default);
        await _library.PutOnShadowAsync(Trees(2), "bob", default);
        Assert.Equal("ann", Assert.Single(await LogAsync()).By);
    }

    [Fact]
    public async Task Put_SecondOfAnAlgorithm_ReplacesTheFirst()
    {
        await _library.PutOnShadowAsync(Trees(2), "ann", default);
        await _library.PutOnShadowAsync(Trees(3), "ann", default);
        Assert.Equal("3", await OnShadowAsync());
        await _library.TakeOffShadowAsync(Trees(2), "ann", default);
        Assert.Equal("3", await OnShadowAsync());
        await _library.TakeOffShadowAsync(Trees(3), "ann", default);
        Assert.Null(await OnShadowAsync());
    }

    [Fact]
    public async Task Put_InServiceOrUnknownOrAlone_IsRefused()
    {
        var inService = await Assert.ThrowsAsync<ShadowRefusedException>(() => _library.PutOnShadowAsync(Trees(1), "ann", default));
        Assert.Contains("is in service", inService.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnknownVersionException>(() => _library.PutOnShadowAsync(Trees(9), "ann", default));
        await _library.PublishAsync(ModelPackageBuilder.Always("newcomer", 1), default);
        var alone = await Assert.ThrowsAsync<ShadowRefusedException>(
            () => _library.PutOnShadowAsync(new ModelKey("newcomer", "1"), "ann", default));
        Assert.Contains("Activate it instead", alone.Message, StringComparison.Ordinal);
        Assert.Empty(await LogAsync());
    }

    [Fact]
    public async Task Put_ByManyAtOnce_LeavesThreeOnShadow()
    {
        var keys = new List<ModelKey>();
        foreach (var algorithm in Enumerable.Range(0, 5).Select(i => $"guest-{i}"))
        {
            ModelPackageBuilder.Always(algorithm, 1).Ship(Shipped);
            keys.Add(new ModelKey(algorithm, (await _library.PublishAsync(ModelPackageBuilder.Always(algorithm, 2), default)).Version));
        }

        var refusals = await Task.WhenAll(
            keys.Select(key => Task.Run(() => Record.ExceptionAsync(() => Library().PutOnShadowAsync(key, "ann", default)))));
        Assert.Equal(ShadowVersion.MaxCount, refusals.Count(refusal => refusal is null));
        Assert.All(refusals.OfType<Exception>(), refusal =>
            Assert.Contains(
                "3 versions are on shadow already",
                Assert.IsType<ShadowRefusedException>(refusal).Message,
                StringComparison.Ordinal));
        Assert.Equal(ShadowVersion.MaxCount, (await Library().ReadAsync(default)).Values.Count(versions => versions.OnShadow is not null));
    }

    [Fact]
    public async Task Put_InPlaceOfOneOfThree_Succeeds()
    {
        foreach (var algorithm in new[] { "guest-1", "guest-2" })
        {
            ModelPackageBuilder.Always(algorithm, 1).Ship(Shipped);
            await _library.PutOnShadowAsync(
                new ModelKey(algorithm, (await _library.PublishAsync(ModelPackageBuilder.Always(algorithm, 2), default)).Version),
                "ann",
                default);
        }

        await _library.PutOnShadowAsync(Trees(2), "ann", default);
        await _library.PutOnShadowAsync(Trees(3), "ann", default);
        Assert.Equal("3", await OnShadowAsync());
    }

    [Fact]
    public async Task Activate_VersionOnShadow_TakesItOffForGood()
    {
        await _library.PutOnShadowAsync(Trees(2), "ann", default);
        await _library.ActivateAsync(Trees(2), "ann", "", default);
        Assert.Null(await OnShadowAsync());
        await _library.ActivateAsync(Trees(1), "ann", "", default);
        Assert.Null(await OnShadowAsync());
        Assert.Equal(["2", "1"], (await _library.FindAsync("trees", default)).Activations.Select(activation => activation.To));
    }

    [Fact]
    public async Task Activate_AnotherVersion_LeavesTheShadow()
    {
        await _library.PutOnShadowAsync(Trees(2), "ann", default);
        await _library.ActivateAsync(Trees(3), "ann", "", default);
        Assert.Equal("2", await OnShadowAsync());
    }

    [Fact]
    public async Task Delete_VersionOnShadow_TakesItOffAndItsNumberIsNotUsedAgain()
    {
        await _library.PutOnShadowAsync(Trees(3), "ann", default);
        await _library.DeleteAsync(Trees(3), default);
        Assert.Null(await OnShadowAsync());
        Assert.Equal("4", (await Library().PublishAsync(ModelPackageBuilder.Always("trees", 4), default)).Version);
    }

    private async Task<string?> OnShadowAsync() => (await Library().FindAsync("trees", default)).OnShadow?.Version;

    private Task<IReadOnlyList<Activation>> LogAsync() => Registry().ReadLogAsync(0, default);

    private FolderModelRegistry Registry() => new(Path.Combine(_folder.Path, "own"));

    /// <summary>A new library, as of another process.</summary>
    private ModelLibrary Library() => new(new ModelFolder(Shipped), Registry(), TimeProvider.System);
}
